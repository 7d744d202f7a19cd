import type { Entry } from './block-reader.ts';
import { MOST_WORTH, rarityOf, worthOf } from './formula.ts';
import type { Hit, WordHits } from './look-up.ts';
import type { Breather } from './pause.ts';
import { impactIn, mostPostings, paperOf, takePostings } from './postings.ts';
import type { View } from './view.ts';

/** What is known of every paper while a query is answered; all by paper number. */
export interface Tally {
  /** How many of the words so far the paper holds; it is out of the running when it lacks one. */
  held: Uint8Array;
  scores: Int32Array;
  /** What the word at hand has brought in a field; 0 between words. */
  brought: Int32Array;
  /** Papers that the word at hand has been found in. */
  touched: Uint32Array;
  touchedCount: number;
  /** Papers that hold all words so far, as the last word met them: ascending within each of its fields. */
  reached: Uint32Array;
  reachedCount: number;
  /** Room to read postings into. */
  postings: Uint32Array;
}

/** A tally for papers up to a number, made of an earlier one that nobody uses any more, if there is one. */
export function newTally(size: number, used?: Tally): Tally {
  if (used?.held.length === size) {
    used.held.fill(0);
    used.scores.fill(0);
    used.reachedCount = 0;
    return used;
  }
  return {
    held: new Uint8Array(size),
    scores: new Int32Array(size),
    brought: new Int32Array(size),
    touched: new Uint32Array(size),
    touchedCount: 0,
    reached: new Uint32Array(size),
    reachedCount: 0,
    postings: new Uint32Array(1024),
  };
}

/** Adds up what was found into `brought` and `touched`. Only papers that count in the segment count. */
export async function bring(tally: Tally, view: View, hits: readonly Hit[], breather: Breather): Promise<void> {
  const { brought, touched } = tally;
  tally.touchedCount = 0;
  for (const { segment, entry, factor } of hits) {
    const count = readLive(tally, entry, view.owners[segment.part], segment.slot, 0);
    const { postings } = tally;
    for (let at = 0; at < count; at++) {
      const value = postings[at] ?? 0;
      const paper = paperOf(value);
      if (brought[paper] === 0) touched[tally.touchedCount++] = paper;
      brought[paper] = (brought[paper] ?? 0) + factor * worthOf(impactIn(value));
    }
    if (breather.due()) await breather.rest();
  }
}

/**
 * Adds what a word has found to the scores, field by field, as it is rarer in titles than in abstracts.
 * @param place the word's place among those that a paper must all hold, from 0; without it, each word counts alone
 */
export async function score(
  tally: Tally,
  view: View,
  { hits, whole }: WordHits,
  breather: Breather,
  place?: number,
): Promise<void> {
  tally.reachedCount = 0;
  for (const [, inField] of Map.groupBy(hits, ({ field }) => field)) {
    if (whole) scoreTerm(tally, view, inField, place);
    else {
      await bring(tally, view, inField, breather);
      settle(tally, rarityOf(view.papers, tally.touchedCount), place);
    }
    if (breather.due()) await breather.rest();
  }
}

/** Adds one term in one field to the scores: no paper is met twice, so that nothing has to be added up before. */
function scoreTerm(tally: Tally, view: View, hits: readonly Hit[], place?: number): void {
  let count = 0;
  for (const { segment, entry } of hits) count = readLive(tally, entry, view.owners[segment.part], segment.slot, count);
  const unit = rarityOf(view.papers, count) * (hits[0]?.factor ?? 0);
  const { postings, scores } = tally;
  for (let at = 0; at < count; at++) {
    const value = postings[at] ?? 0;
    const paper = paperOf(value);
    if (place !== undefined && !reach(tally, paper, place)) continue;
    scores[paper] = (scores[paper] ?? 0) + unit * worthOf(impactIn(value));
  }
}

/** Reads postings of papers that count, after those that are read. @returns how many are read then */
function readLive(tally: Tally, { block, from, to }: Entry, owner: Uint16Array, slot: number, size: number): number {
  const most = size + mostPostings(to - from);
  if (tally.postings.length < most) {
    const larger = new Uint32Array(most * 2);
    larger.set(tally.postings.subarray(0, size));
    tally.postings = larger;
  }
  const { postings } = tally;
  const end = takePostings(block, from, to, postings, size);
  let count = size;
  for (let at = size; at < end; at++) {
    const value = postings[at] ?? 0;
    if (owner[paperOf(value)] === slot) postings[count++] = value;
  }
  return count;
}

/** Whether a paper that holds the word in this place holds all before it; another field may have brought it so far already. */
function reach(tally: Tally, paper: number, place: number): boolean {
  const { held } = tally;
  if (held[paper] === place + 1) return true;
  if (held[paper] !== place) return false;
  held[paper] = place + 1;
  tally.reached[tally.reachedCount++] = paper;
  return true;
}

function settle(tally: Tally, rarity: number, place?: number): void {
  const { scores, brought, touched, touchedCount } = tally;
  for (let index = 0; index < touchedCount; index++) {
    const paper = touched[index] ?? 0;
    if (place === undefined || reach(tally, paper, place)) {
      scores[paper] = (scores[paper] ?? 0) + rarity * Math.min(brought[paper] ?? 0, MOST_WORTH);
    }
    brought[paper] = 0;
  }
}

/** Leaves in a mask only the papers that a word has brought, and forgets what it brought. */
export function mask({ brought, touched, touchedCount }: Tally, papers: Uint8Array): void {
  for (let paper = 0; paper < papers.length; paper++) if (brought[paper] === 0) papers[paper] = 0;
  for (let index = 0; index < touchedCount; index++) brought[touched[index] ?? 0] = 0;
}
