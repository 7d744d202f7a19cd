import type { Outcome } from '../domain/outcome.ts';
import { countSites, listPaperIds, listShelves } from '../library/list-papers.ts';
import { live } from '../library/live.ts';
import { type OpenFailure, openLibrary } from '../library/open.ts';
import { listDigests, loadListed } from '../library/queries.ts';
import { dismissNotice, latestReceipts, listNotices, readCounters } from '../library/summary.ts';
import type { MakeCopy } from '../library/upgrade.ts';
import type { World } from './world.ts';

/**
 * An open library with the questions that the list asks of it. The models know it by its type alone: a popup draws its
 * first list before this, and the database under it, is loaded.
 */
export type Library = ReturnType<typeof libraryOf>;

/** The questions together with the database to put them to. */
export function libraryOf(world: World) {
  return {
    ...world,
    countSites,
    dismissNotice,
    latestReceipts,
    listDigests,
    listNotices,
    listPaperIds,
    listShelves,
    live,
    loadListed,
    readCounters,
  };
}

/**
 * Opens the library of this browser profile.
 * @param copy makes the safety copy before an upgrade rewrites rows
 * @param nowMs wall time in milliseconds since 1970
 */
export async function enterLibrary(copy: MakeCopy, nowMs: () => number): Promise<Outcome<Library, OpenFailure>> {
  const opened = await openLibrary(copy);
  return opened.ok ? { ok: true, value: libraryOf({ db: opened.value, nowMs }) } : opened;
}
