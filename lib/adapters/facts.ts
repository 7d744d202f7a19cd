import type { Problem, ProblemCode } from '../domain/capture.ts';
import { boundText } from '../domain/plain-text.ts';
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

/** Folds each text of a list and keeps at most `count` of them, each at most `limit` units long; empty ones are left out. */
export function boundedTexts(
  texts: readonly unknown[],
  bounds: { count: number; limit: number },
  part: string,
  note: Note,
): string[] {
  if (texts.length > bounds.count) note('list-bounded', part);
  const kept = texts.slice(0, bounds.count).map((text) => boundedText(text, bounds.limit, part, note));
  return kept.filter((text) => text !== undefined);
}

/** Reads a link; undefined when there is none, and with a note when there is one that may not be kept. */
export function boundedLink(link: unknown, part: string, note: Note): string | undefined {
  if (typeof link !== 'string' || link.trim() === '') return undefined;
  const address = webAddress(link);
  if (!address) note('link-refused', part);
  return address;
}
