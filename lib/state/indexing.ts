import type { GleanerDatabase } from '../library/database.ts';
import { isAnyDue } from '../library/index-work.ts';
import { live } from '../library/live.ts';
import { onlyLatest } from './latest.ts';

/**
 * Keeps the search index up with the library while a page is open: after an import of thousands of papers the page that
 * brought them prepares them for search, slice by slice. When it closes, the worker goes on at its next start.
 * @returns stops it
 */
export function keepIndexed(db: GleanerDatabase): () => void {
  const work = onlyLatest<void>(
    () => undefined,
    (error) => console.warn('Gleaner: the search index could not be brought up to date', error),
  );
  const stop = live(
    () => isAnyDue(db),
    (isDue) => {
      if (isDue) work.start((signal) => index(db, signal));
    },
    (error) => console.warn('Gleaner: the search index could not be looked at', error),
  );
  return () => {
    stop();
    work.stop();
  };
}

/** Papers in one step: few enough that whoever is typing does not notice. */
const STEP = 200;

/** Loaded only when there is something to do: the popup opens sooner without it. */
async function index(db: GleanerDatabase, signal: AbortSignal): Promise<void> {
  const { indexAll } = await import('../search/index-papers.ts');
  await indexAll(db, { signal, limit: STEP });
}
