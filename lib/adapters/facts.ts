import type { Problem, ProblemCode } from '../domain/capture.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';

/** Notes a problem with one part of what is being read. */
export type Note = (code: ProblemCode, part: string) => void;

const MOST_PROBLEMS = 100; // one hostile page must not fill a message with complaints

/** A note-taker for one paper: it adds each problem once to `problems`, with the paper's rank where there is one. */
export function noteFor(problems: Problem[], rank?: number): Note {
  return (code, part) => {
    const known = problems.some((p) => p.code === code && p.rank === rank && p.part === part);
    if (known || problems.length >= MOST_PROBLEMS) return;
    problems.push(rank === undefined ? { code, part } : { code, rank, part });
  };
}

/**
 * Folds a text and keeps at most `limit` UTF-16 units of it.
 * @returns the text; undefined for anything that is no text or is empty
 */
export function boundedText(text: unknown, limit: number, part: string, note: Note): string | undefined {
  if (typeof text !== 'string') return undefined;
  const bounded = boundText(text, limit);
  if (bounded.cut) note('text-bounded', part);
  return bounded.text || undefined;
}

/** How much of a list of texts is kept. */
export interface ListBounds {
  /** Most texts. */
  count: number;
  /** Most UTF-16 units of one text, and of all of them together. */
  limit: number;
  all?: number;
}

/** How much of a list of authors is kept, so that one paper always fits into a message. */
export const AUTHOR_BOUNDS: ListBounds = { count: LIMITS.authors, limit: LIMITS.name, all: LIMITS.allAuthors };

/** Folds each text of a list and keeps as many of them, from the first, as the bounds allow; empty ones are left out. */
export function boundedTexts(texts: readonly unknown[], bounds: ListBounds, part: string, note: Note): string[] {
  const { count, limit, all = Number.POSITIVE_INFINITY } = bounds;
  const kept: string[] = [];
  let units = 0;
  for (const text of texts.slice(0, count)) {
    const folded = boundedText(text, limit, part, note);
    units += folded?.length ?? 0;
    if (units > all) break;
    if (folded) kept.push(folded);
  }
  if (texts.length > count || units > all) note('list-bounded', part);
  return kept;
}

/** Reads a link; undefined when there is none, and with a note when there is one that may not be kept. */
export function boundedLink(link: unknown, part: string, note: Note): string | undefined {
  if (typeof link !== 'string' || link.trim() === '') return undefined;
  const address = webAddress(link);
  if (!address) note('link-refused', part);
  return address;
}
