import type { DigestDate } from '../domain/digest.ts';
import type { Outcome } from '../domain/outcome.ts';
import { boundText, foldWhitespace } from '../domain/plain-text.ts';
import { dateLine } from './text-digest-date.ts';

/**
 * What a text digest may hold. Of 6,132 papers on Hugging Face in 2024 and 2025 the longest title has 168 characters and
 * the shortest abstract 165, so that a title in an abstract's place, or the reverse, falls outside these. A short text
 * is an abstract all the same when it ends as a sentence does, which titles do not.
 */
export const TEXT_DIGEST_LIMITS = {
  characters: 5_000_000,
  papers: 2_000,
  title: 300,
  shortestAbstract: 120,
  shortestSentence: 20,
  excerpt: 60,
} as const;

/** Why a text is no digest. Each goes with the line at which reading stopped. */
export type TextDigestFailureCode =
  | 'empty' // nothing but white space
  | 'too-large' // longer than `TEXT_DIGEST_LIMITS.characters`
  | 'not-text' // the line holds what no text in UTF-8 holds
  | 'no-date' // the line stands where the date is expected
  | 'bad-date' // the line is a date that no calendar has
  | 'no-papers' // nothing follows the date
  | 'title-too-long' // an abstract stands where a title is expected
  | 'abstract-too-short' // a title stands where an abstract is expected
  | 'missing-abstract' // the last title has none
  | 'second-digest' // a second header or date
  | 'cut-off' // the last abstract breaks off in a sentence; `excerpt` is its title
  | 'too-many-papers'; // more than `TEXT_DIGEST_LIMITS.papers`; the line is the first title too many

export interface TextDigestFailure {
  code: TextDigestFailureCode;
  /** From 1, as editors count. */
  line: number;
  /** How the text found there begins, on one line, so that the user finds the place. */
  excerpt?: string;
}

/** Lines without a blank one between. */
export interface Block {
  /** Its first and last line, from 1. */
  line: number;
  lastLine: number;
  /** Its lines as one, white space folded. */
  text: string;
  /** Whether it is a date or a line that the site prints above its digest. */
  isHeader: boolean;
}

export interface PlacedDate {
  date: DigestDate;
  /** From 1. */
  line: number;
}

const SITE_LINES = new Set([
  'new',
  'get trending papers in your email inbox!',
  'subscribe',
  'daily papers',
  'byak and the research community',
  'by ak and the research community',
]);
const PLAUSIBLE_TITLES = new Set(['new', 'subscribe']);

/** Finds the date below whatever lines of the site stand above it. Any other line there is not skipped: it may be a title. */
export function readHeader(lines: readonly string[]): Outcome<PlacedDate, TextDigestFailure> {
  for (const [place, raw] of lines.entries()) {
    const text = foldWhitespace(raw);
    if (text === '' || SITE_LINES.has(text.toLowerCase())) continue;
    const date = dateLine(text);
    const line = place + 1;
    if (date && date !== 'no-such-day') return { ok: true, value: { date, line } };
    return { ok: false, code: date ? 'bad-date' : 'no-date', line, excerpt: excerptOf(text) };
  }
  const isEmpty = lines.every((line) => foldWhitespace(line) === '');
  return { ok: false, code: isEmpty ? 'empty' : 'no-date', line: isEmpty ? 1 : lines.length };
}

/** The blocks below line `after` (from 1). @param breathe awaited between two lines */
export async function readBlocks(
  lines: readonly string[],
  after: number,
  breathe: () => Promise<void>,
): Promise<Block[]> {
  const blocks: Block[] = [];
  let open: string[] = [];
  for (let place = after; place <= lines.length; place += 1) {
    await breathe();
    const text = foldWhitespace(lines[place] ?? '');
    if (text !== '') open.push(text);
    if (text !== '' || open.length === 0) continue;
    const joined = open.join(' ');
    blocks.push({ line: place - open.length + 1, lastLine: place, text: joined, isHeader: isHeader(joined) });
    open = [];
  }
  return blocks;
}

/** How a text begins, short enough for a sentence. */
export function excerptOf(text: string): string {
  return boundText(text, TEXT_DIGEST_LIMITS.excerpt).text;
}

function isHeader(text: string): boolean {
  const folded = text.toLowerCase();
  return (SITE_LINES.has(folded) && !PLAUSIBLE_TITLES.has(folded)) || dateLine(text) !== undefined;
}
