import type { Description } from './description.ts';
import type { Digest, Sighting, SiteId } from './digest.ts';
import type { Paper } from './paper.ts';
import type { Entry, Status } from './shelf.ts';

/** One place and time where a paper was seen. */
export interface Seen {
  sighting: Sighting;
  digest: Digest;
}

/** A paper with all that a list or an export shows of it. */
export interface ListedPaper {
  paper: Paper;
  entry: Entry;
  /** By digest, first seen first. */
  seen: Seen[];
  /** The names it goes by, and what each of them said: more than one where several turned out to be one paper. */
  names: Description[];
}

/** Which papers a list holds; conditions combine. Removed papers are in no list. */
export interface ShelfFilter {
  status: Status | 'all';
  starred: boolean;
  site?: SiteId;
  digestKey?: string;
  /** ISO instant: only papers added at or after it. */
  addedSince?: string;
  /** ISO instant: only papers added before it. */
  addedBefore?: string;
}

/**
 * Counts kept in the transaction that changes them. Those by status and `starred` leave out removed papers; `spoken` are
 * the papers, removed ones too, of which the user has said something.
 */
export type CounterName = Status | 'starred' | 'removed' | 'spoken' | 'papers' | 'digests' | 'sightings' | 'merges';
export type Counters = Record<CounterName, number>;

/** Upvotes as last observed anywhere; undefined where no digest shows them. */
export function latestUpvotes(listed: Pick<ListedPaper, 'seen'>): number | undefined {
  const voted = listed.seen.filter(({ sighting }) => sighting.upvotes !== undefined);
  voted.sort((a, b) => b.sighting.lastSeenAt.localeCompare(a.sighting.lastSeenAt));
  return voted[0]?.sighting.upvotes;
}

/** How many lists showed a paper. Its own page is none of them: who opens that has chosen the paper. */
export function countLists({ seen }: Pick<ListedPaper, 'seen'>): number {
  return seen.filter(({ digest }) => digest.kind !== 'paper').length;
}
