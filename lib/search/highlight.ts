import type { Field } from './fields.ts';
import { type Condition, parseQuery } from './query.ts';
import { type Run, runsOf } from './tokens.ts';

export interface TextPart {
  text: string;
  hit: boolean;
}

/** A word of a text, or a character of a script without spaces, folded, with its place. */
interface Unit {
  folded: string;
  from: number;
  to: number;
}

type Span = [from: number, to: number];

const WRITING = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Cuts a text into parts, marking those that the query found: words, phrases as a whole, never what was not wanted. The
 * parts joined are the text, unchanged. Of a word that the query only begins, the whole word is marked: half a word is
 * hard to read.
 * @param field the field that the text is; words that are asked for in a field are marked in that field alone
 */
export function highlight(text: string, query: string, field?: Field): TextPart[] {
  const units = unitsOf(text);
  const asked = parseQuery(query).wanted.filter((condition) => !condition.field || condition.field === field);
  const spans = asked.flatMap((condition) => spansOf(units, condition));
  const parts: TextPart[] = [];
  let done = 0;
  for (const [from, to] of united(spans)) {
    push(parts, text.slice(done, from), false);
    push(parts, text.slice(from, to), true);
    done = to;
  }
  push(parts, text.slice(done), false);
  return parts;
}

function unitsOf(text: string): Unit[] {
  return [...text.matchAll(WRITING)].flatMap((match) => {
    const whole = { from: match.index, to: match.index + match[0].length };
    const runs = runsOf(match[0]);
    if (runs.length === 1 && runs[0]?.unspaced === false) return [{ folded: runs[0].units.join(''), ...whole }];
    return (
      charactersOf(match[0], match.index, runs) ?? [{ folded: runs.flatMap(({ units }) => units).join(''), ...whole }]
    );
  });
}

/** The places of the units of runs; undefined where folding has changed lengths, so that they cannot be told. */
function charactersOf(written: string, start: number, runs: readonly Run[]): Unit[] | undefined {
  const pieces = runs.flatMap(({ units }) => units);
  if (pieces.join('').length !== written.length) return undefined;
  let at = start;
  return pieces.map((folded) => {
    const from = at;
    at += folded.length;
    return { folded, from, to: at };
  });
}

function spansOf(units: readonly Unit[], { runs, phrase, open }: Condition): Span[] {
  const sought = phrase ? [runs.flatMap((run) => run.units)] : runs.map((run) => run.units);
  return sought.flatMap((words, index) => {
    // Of a character alone, of which no pair can be made, the index finds what it begins: it is a whole unit here.
    const isOpen = open && index === sought.length - 1;
    return units.flatMap((_, at): Span[] => {
      const end = at + words.length - 1;
      const [first, last] = [units[at], units[end]];
      return first && last && matches(units, at, words, isOpen) ? [[first.from, last.to]] : [];
    });
  });
}

function matches(units: readonly Unit[], at: number, words: readonly string[], isOpen: boolean): boolean {
  return words.every((word, index) => {
    const folded = units[at + index]?.folded ?? '';
    return isOpen && index === words.length - 1 ? folded.startsWith(word) : folded === word;
  });
}

function united(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

function push(parts: TextPart[], text: string, hit: boolean): void {
  if (!text) return;
  const last = parts.at(-1);
  if (last && last.hit === hit) last.text += text;
  else parts.push({ text, hit });
}
