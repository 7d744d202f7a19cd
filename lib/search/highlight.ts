import { holdsWord, type QueryWord, queryWords, searchable } from './words.ts';

export interface TextPart {
  text: string;
  hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Cuts a text into parts, marking those that the query found. The parts joined are the text, unchanged.
 * Of a word that the query only begins, the whole word is marked: half a word is hard to read.
 */
export function highlight(text: string, query: string): TextPart[] {
  const words = queryWords(query);
  if (words.length === 0) return text ? [{ text, hit: false }] : [];
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    for (const [from, to] of hitsIn(match[0], words)) {
      push(parts, text.slice(done, match.index + from), false);
      push(parts, text.slice(match.index + from, match.index + to), true);
      done = match.index + to;
    }
  }
  push(parts, text.slice(done), false);
  return parts;
}

/** Ranges within one run of letters: the whole of it, or in scripts without spaces the place itself. */
function hitsIn(run: string, words: readonly QueryWord[]): [number, number][] {
  const folded = searchable(run);
  const found = words.filter((word) => holdsWord(folded, word));
  if (found.length === 0) return [];
  // Folding may change lengths (ß → ss); then places in the folded text say nothing about the original.
  if (!found.every(({ anywhere }) => anywhere) || folded.length !== run.length) return [[0, run.length]];
  return unite(found.flatMap(({ text }) => placesOf(folded, text)));
}

function placesOf(folded: string, word: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) places.push([at, at + word.length]);
  return places;
}

function unite(ranges: [number, number][]): [number, number][] {
  const united: [number, number][] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united;
}

function push(parts: TextPart[], text: string, hit: boolean): void {
  if (!text) return;
  const last = parts.at(-1);
  if (last && last.hit === hit) last.text += text;
  else parts.push({ text, hit });
}
