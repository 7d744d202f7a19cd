import type { GleanerDatabase } from '../library/database.ts';
import { readBlocks } from './block-cache.ts';
import { type Entry, entriesIn } from './block-reader.ts';
import { blocksFor } from './directory.ts';
import { FIELDS, type Field } from './fields.ts';
import { closenessOf, SAME } from './formula.ts';
import { fieldOfByte, type KeyRange, keysOfLetters, keysOfPrefix, keysOfTerm } from './keys.ts';
import type { QueryWord } from './query.ts';
import { isUnspaced } from './tokens.ts';
import type { Searcher, View, ViewSegment } from './view.ts';

/** A word that begins others is looked for in so many blocks of a segment, and no further. */
const MOST_BLOCKS = 40;

/** Postings that a word found. */
export interface Hit {
  segment: ViewSegment;
  field: Field;
  entry: Entry;
  /** What a posting's impact counts here: weight of the field by closeness of the term. */
  factor: number;
}

/** All that a word found in the index, to be added up without reading more. */
export interface WordHits {
  word: QueryWord;
  hits: Hit[];
  /** It finds one term only, so that no paper is met twice in a field. */
  whole: boolean;
  /** More terms begin so than were read. */
  cut: boolean;
}

/** The keys under which a word is found. By one or two letters: title, authors and tags, and that very word anywhere. */
function rangesOf({ text, prefix }: QueryWord): KeyRange[] {
  if (!prefix) return [keysOfTerm(text)];
  const letters = [...text].length;
  if (letters <= 2 && !isUnspaced(text)) return [keysOfLetters(text), keysOfTerm(text)];
  return [keysOfPrefix(text)];
}

/**
 * Looks words up.
 * @returns undefined when a segment of the view is no longer there, which inside a transaction that made it cannot be
 */
export async function lookUp(
  db: GleanerDatabase,
  { cache }: Pick<Searcher, 'cache'>,
  { segments }: Pick<View, 'segments'>,
  words: readonly QueryWord[],
): Promise<WordHits[] | undefined> {
  const plans = words.map((word) => ({ word, places: segments.flatMap((segment) => placesOf(segment, word)) }));
  const keys = new Set(plans.flatMap(({ places }) => places.flatMap(keysOf)));
  const blocks = await readBlocks(db, cache, keys);
  if (!blocks) return undefined;
  return plans.map(({ word, places }) => ({
    word,
    hits: places.flatMap((place) => hitsIn(place, word, blocks)),
    whole: !word.prefix,
    cut: places.some(({ cut }) => cut),
  }));
}

interface Place {
  segment: ViewSegment;
  range: KeyRange;
  first: number;
  end: number;
  cut: boolean;
}

function placesOf(segment: ViewSegment, word: QueryWord): Place[] {
  if (word.field && FIELDS[word.field].part !== segment.part) return [];
  return rangesOf(word).map((range) => {
    const [first, end] = blocksFor(segment.firstKeys, range);
    const cut = !range.whole && end - first > MOST_BLOCKS;
    return { segment, range, first, end: cut ? first + MOST_BLOCKS : end, cut };
  });
}

function keysOf({ segment: { blocks }, first, end }: Place): number[] {
  if ('inMemory' in blocks) return [];
  return Array.from({ length: end - first }, (_, index) => blocks.firstKey + first + index);
}

function hitsIn(place: Place, word: QueryWord, read: ReadonlyMap<number, Uint8Array>): Hit[] {
  const { segment, range, first, end } = place;
  const hits: Hit[] = [];
  for (let at = first; at < end; at++) {
    const { blocks } = segment;
    const block = 'inMemory' in blocks ? blocks.inMemory[at] : read.get(blocks.firstKey + at);
    for (const entry of block ? entriesIn(block, range) : []) {
      const field = fieldOfByte(entry.field);
      if (!field || (word.field && word.field !== field)) continue;
      hits.push({ segment, field, entry, factor: factorOf(field, entry, range) });
    }
  }
  return hits;
}

function factorOf(field: Field, { termLength }: Entry, { start, whole }: KeyRange): number {
  const closeness = whole ? SAME : closenessOf(start.length, termLength);
  return FIELDS[field].weight * closeness;
}

/** Bytes of postings, which say nearly how many papers hold a word without reading them. */
export function bytesOf({ hits }: WordHits): number {
  return hits.reduce((sum, { entry }) => sum + entry.to - entry.from, 0);
}
