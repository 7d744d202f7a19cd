import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { STATUSES, type Status } from '../domain/shelf.ts';
import { live } from '../library/live.ts';
import { listPaperIds } from '../library/queries.ts';
import { onlyLatest } from './latest.ts';
import type { Mark } from './snippet.ts';
import type { World } from './world.ts';

/** `all` is in the list's own order, newest first. */
export type Shelves = Record<Status | 'all', PaperId[]>;
export type StatusCounts = Record<Status | 'all', number>;

export interface Found {
  query: string;
  /** Best first, of any status. */
  ids: PaperId[];
  /** Cuts a text into parts and marks those that the query hit. */
  mark: Mark;
}

/** The papers of a filter sorted by status, live; undefined while nobody asks or the first answer is on its way. */
export function followShelves(
  world: World,
  filter: ReadonlySignal<ShelfFilter>,
  wanted: ReadonlySignal<boolean>,
  failed: (error: unknown) => void,
) {
  const shelves = signal<Shelves | undefined>(undefined);
  effect(() => {
    if (!wanted.value) {
      shelves.value = undefined;
      return;
    }
    const asked = filter.value;
    return live(
      async () => {
        const list = (status: ShelfFilter['status']) => listPaperIds(world.db, { ...asked, status });
        const lists = await Promise.all([...STATUSES, 'all' as const].map(list));
        const [unread = [], reading = [], read = [], skipped = [], all = []] = lists;
        return { unread, reading, read, skipped, all };
      },
      (answer) => {
        shelves.value = answer;
      },
      failed,
    );
  });
  return shelves;
}

/**
 * What a query finds among the papers of these shelves. A newer query cancels an older one, and what was found stays
 * until the newer answer is there, so that the list does not flicker while someone types.
 */
export function followSearch(
  world: World,
  query: ReadonlySignal<string>,
  shelves: ReadonlySignal<Shelves | undefined>,
  { warm, failed }: { warm: (ids: PaperId[]) => Promise<void>; failed: (error: unknown) => void },
) {
  const found = signal<Found | undefined>(undefined);
  const search = onlyLatest<Found>((answer) => {
    found.value = answer;
  }, failed);
  // A paper that changes its shelf was searched already: only papers that come or go call for a new search.
  const among = computed(() => shelves.value?.all.join(' '));

  effect(() => {
    const text = query.value;
    if (text === '') {
      search.stop();
      found.value = undefined;
      return;
    }
    if (among.value === undefined) return;
    const ids = shelves.peek()?.all ?? [];
    search.start(async (signal) => {
      // Loaded at the first search: the popup opens sooner without it.
      const [{ searchPapers }, { highlight }] = await Promise.all([
        import('../search/search.ts'),
        import('../search/highlight.ts'),
      ]);
      const hits = await searchPapers(world.db, text, ids, signal);
      if (!signal.aborted) await warm(hits);
      return { query: text, ids: hits, mark: (whole) => highlight(whole, text) };
    });
  });
  return found;
}

/** How many papers each status holds: those found, where something was searched for. */
export function countShelves(shelves: Shelves, found: Found | undefined): StatusCounts {
  const hits = found && new Set(found.ids);
  const count = (ids: PaperId[]) => (hits ? ids.filter((id) => hits.has(id)).length : ids.length);
  const [unread, reading, read, skipped] = STATUSES.map((status) => count(shelves[status]));
  const counts = { unread: unread ?? 0, reading: reading ?? 0, read: read ?? 0, skipped: skipped ?? 0 };
  return { ...counts, all: counts.unread + counts.reading + counts.read + counts.skipped };
}
