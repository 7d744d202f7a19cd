import type { Clock } from './clock.ts';
import type { PaperId } from './paper.ts';

export const STATUSES = ['unread', 'reading', 'read', 'skipped'] as const;
export type Status = (typeof STATUSES)[number];

/** What only the user decides. */
export interface UserWords {
  status: Status;
  starred: boolean;
  tags: string[];
  note: string;
  /** Taken off the list by the user. Such a paper stays known, so that no page brings it back. */
  removed: boolean;
}
export type UserField = keyof UserWords;

/** A paper's place on the shelf: what the user said of it under all its names, and since when it stands there. */
export interface Entry extends UserWords {
  paperId: PaperId;
  /** The keys of the paper's descriptions: the names under which its words are kept. */
  names: string[];
  /** ISO instant at which the library first took the paper in. */
  addedAt: string;
  /** The list's order: newer captures are greater, and within one digest the first rank is the greatest. */
  order: number;
  /** When each field was last changed, so that two machines can be joined. */
  changed: Partial<Record<UserField, Clock>>;
  /** The citation key under which it was exported first, and is from then on; undefined until then. */
  citationKey?: string;
}

const RANKS_PER_MILLISECOND = 1024; // keeps the order an exact integer until long after the year 2200

/** The order of a paper first seen at `seenAt` (ISO instant) in place `rank` (from 1). */
export function orderOf(seenAt: string, rank: number): number {
  return Date.parse(seenAt) * RANKS_PER_MILLISECOND + Math.max(0, RANKS_PER_MILLISECOND - 1 - rank);
}
