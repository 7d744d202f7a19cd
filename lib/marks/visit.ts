import type { Seen } from '../adapters/read-page.ts';
import type { DigestRef } from '../domain/digest.ts';
import { pageName, type Recalled, type Recollection } from '../domain/recalled.ts';
import type { Status } from '../domain/shelf.ts';

/** What a mark says of a paper. */
export type MarkKind = 'new' | 'seen' | 'starred' | 'removed' | Exclude<Status, 'unread'>;

/** A paper that stands in the page now. */
export interface Listed {
  /** The name under which the library recalls it. */
  name: string;
  title: string;
  anchor: Element;
  /** All elements of its row. */
  rows: readonly Element[];
}

/** One stay of a tab at one digest. */
export interface Visit {
  digest: DigestRef;
  /** Milliseconds since 1970 at which the digest was first looked at here. */
  startedMs: number;
  list: Listed[];
  known: Map<string, Recalled>;
  /** What is new stays new while the tab stays, until it is acted on or acknowledged. */
  fresh: Set<string>;
  /** When the user last said that all is seen (ISO instant), and what stood here then, if it was during this stay. */
  acknowledged: { at?: string; here?: ReadonlySet<string> };
}

/** A page that is loaded again soon shows the same papers as new. */
const STILL_NEW_MS = 30 * 60_000;
const LEFT_OUT: readonly (MarkKind | undefined)[] = ['seen', 'read', 'skipped', 'removed'];

export function newVisit(digest: DigestRef, startedMs: number): Visit {
  return { digest, startedMs, list: [], known: new Map(), fresh: new Set(), acknowledged: {} };
}

/** The papers of a reading that have a place in the page. */
export function listedIn({ reading: { papers, anchors, rows } }: Seen): Listed[] {
  return papers.flatMap((paper): Listed[] => {
    const anchor = anchors.get(paper.rank);
    if (!anchor) return [];
    return [{ name: pageName(paper), title: paper.title, anchor, rows: rows?.get(paper.rank) ?? [anchor] }];
  });
}

/** Takes in what the library knows of the digest. */
export function take(visit: Visit, { papers, acknowledgedAt: at }: Recollection): void {
  if (at !== undefined && at !== visit.acknowledged.at) acknowledgeAll(visit, at);
  for (const paper of papers) takePaper(visit, paper);
}

/** Takes in what is known of one paper. */
export function takePaper(visit: Visit, paper: Recalled): void {
  visit.known.set(paper.name, paper);
  if (isFresh(visit, paper)) visit.fresh.add(paper.name);
  else if (isSpokenOf(paper)) visit.fresh.delete(paper.name);
}

/** Notes that everything that is known now is seen. @param at ISO instant */
export function acknowledgeAll(visit: Visit, at: string): void {
  const isBefore = visit.known.size === 0;
  visit.acknowledged = isBefore ? { at } : { at, here: new Set(visit.known.keys()) };
  visit.fresh.clear();
}

/** What the mark beside a paper says; undefined while the library does not know it. */
export function kindOf({ known, fresh }: Visit, name: string): MarkKind | undefined {
  const paper = known.get(name);
  if (!paper) return undefined;
  if (paper.removed) return 'removed';
  if (paper.starred) return 'starred';
  if (paper.status !== 'unread') return paper.status;
  return fresh.has(name) ? 'new' : 'seen';
}

/** Whether a paper is one of those that "hide seen" leaves out. */
export function isSeen(visit: Visit, name: string): boolean {
  return LEFT_OUT.includes(kindOf(visit, name));
}

function isSpokenOf({ status, starred, removed }: Recalled): boolean {
  return status !== 'unread' || starred || removed;
}

function isFresh({ startedMs, acknowledged }: Visit, paper: Recalled): boolean {
  const { at = '', here } = acknowledged;
  // Papers that a list brings later bear the moment at which the visit began, and are new all the same.
  const isAcknowledged = here ? here.has(paper.name) : paper.firstSeenAt <= at;
  const isRecent = Date.parse(paper.firstSeenAt) >= startedMs - STILL_NEW_MS;
  return isRecent && paper.digests === 1 && !isSpokenOf(paper) && !isAcknowledged;
}
