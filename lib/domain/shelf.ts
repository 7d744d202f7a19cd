import type { Clock } from './clock.ts';
import type { PaperId } from './paper.ts';

export const STATUSES = ['unread', 'reading', 'read', 'skipped'] as const;
export type Status = (typeof STATUSES)[number];

/** What only the user decides. Each field carries the clock of its last change, so that two machines can be joined. */
export interface UserWords {
  status: Status;
  starred: boolean;
  tags: string[];
  note: string;
  /** Taken off the list by the user. Such a paper stays known, so that no page brings it back. */
  removed: boolean;
}
export type UserField = keyof UserWords;

/** A paper's place on the shelf: what the user said of it, and since when it stands there. */
export interface Entry extends UserWords {
  paperId: PaperId;
  /** ISO instant at which the library first took the paper in. */
  addedAt: string;
  /** The list's order: newer captures are greater, and within one digest the first rank is the greatest. */
  order: number;
  changed: Partial<Record<UserField, Clock>>;
}

const RANKS_PER_MILLISECOND = 1024; // keeps the order an exact integer until long after the year 2200

/** The order of a paper first seen at `seenAt` (ISO instant) in place `rank` (from 1). */
export function orderOf(seenAt: string, rank: number): number {
  return Date.parse(seenAt) * RANKS_PER_MILLISECOND + Math.max(0, RANKS_PER_MILLISECOND - 1 - rank);
}
