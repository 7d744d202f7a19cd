import type { PaperId } from '../domain/paper.ts';

const DIGIT = 11;
const VALUES = 2 ** DIGIT;

/**
 * Sorts papers by score, greatest first, and among equal scores by number, greatest first. Digit by digit, in a time that
 * grows with the papers alone: a word that is everywhere finds all of them.
 * @param papers ascending
 * @param score by paper, not negative
 */
export function ranked(papers: Uint32Array, score: Int32Array): PaperId[] {
  let from: Uint32Array = papers;
  let to: Uint32Array = new Uint32Array(papers.length);
  let most = 0;
  for (let at = 0; at < papers.length; at++) most = Math.max(most, score[papers[at] ?? 0] ?? 0);
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT) {
    sortByDigit(from, to, score, shift);
    [from, to] = [to, from === papers ? new Uint32Array(papers.length) : from];
  }
  const ids: PaperId[] = [];
  for (let at = from.length - 1; at >= 0; at--) ids.push(from[at] ?? 0);
  return ids;
}

/**
 * The best few papers by score, ordered as `ranked` orders them, in one pass and without sorting the rest.
 * @param score by paper; a paper without a score is left out
 */
export function bestOf(score: Int32Array, limit: number, counts: (paper: PaperId) => boolean): PaperId[] {
  const best: PaperId[] = [];
  let least = 1;
  for (let paper = 1; paper < score.length; paper++) {
    const value = score[paper] ?? 0;
    if (value < least || !counts(paper)) continue;
    // Of equal scores the greater number stands first, and this is the greatest so far.
    const place = best.findIndex((other) => (score[other] ?? 0) <= value);
    best.splice(place < 0 ? best.length : place, 0, paper);
    if (best.length > limit) best.pop();
    if (best.length === limit) least = Math.max(1, score[best[limit - 1] ?? 0] ?? 0);
  }
  return best;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, score: Int32Array, shift: number): void {
  const starts = new Uint32Array(VALUES + 1);
  for (let at = 0; at < from.length; at++) {
    const digit = ((score[from[at] ?? 0] ?? 0) >>> shift) & (VALUES - 1);
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= VALUES; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const paper = from[at] ?? 0;
    const digit = ((score[paper] ?? 0) >>> shift) & (VALUES - 1);
    const place = starts[digit] ?? 0;
    to[place] = paper;
    starts[digit] = place + 1;
  }
}
