import type { GleanerDatabase } from '../library/database.ts';
import { listPaperIds, listShelves } from '../library/list-papers.ts';
import { loadListed } from '../library/queries.ts';
import { readCounters } from '../library/summary.ts';
import { countLibrary, countShelves } from './counts.ts';
import { FIRST_ROWS, type FirstScreen, firstOf, firstScreenOf, readFirstScreen } from './first-screen.ts';
import { isNarrowed, shelfFilter, type View } from './view.ts';

/**
 * What a popup with this view would open with, as the library stands.
 * @param options the moment in milliseconds since 1970, for filters such as "today"; whether the greeting stands there
 * @returns undefined where nothing of it can be drawn without the library
 */
export async function firstScreen(
  db: GleanerDatabase,
  view: View,
  { nowMs, greets, count = FIRST_ROWS }: { nowMs: number; greets: boolean; count?: number },
): Promise<FirstScreen | undefined> {
  const filter = shelfFilter(view.filter, nowMs);
  const narrowed = isNarrowed(view.filter) ? await listShelves(db, filter, view.sort) : undefined;
  const ids = narrowed?.[filter.status] ?? (await listPaperIds(db, filter, view.sort));
  const from = firstOf(view, ids);
  const papers = await loadListed(db, ids.slice(from, from + count));
  const counters = await readCounters(db);
  const counts = narrowed ? countShelves(narrowed) : countLibrary(counters);
  return firstScreenOf(view, { ids, papers, counts, counters, greets }, count);
}

/** Where the first screen is kept, beside the database: both the popup and the worker write it. */
export interface FirstScreenStore {
  read(): Promise<unknown>;
  write(screen: FirstScreen | undefined): Promise<void>;
}

/**
 * Renews the kept first screen after the library has changed, for the view with which the popup was last closed. Where
 * none is within reach, what may lie elsewhere is out of date from now on.
 */
export async function renewFirstScreen(db: GleanerDatabase, store: FirstScreenStore, nowMs: number): Promise<void> {
  const kept = readFirstScreen(await store.read());
  await store.write(kept && (await firstScreen(db, kept.view, { nowMs, greets: kept.greets })));
}
