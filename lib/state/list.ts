import { batch, computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { live } from '../library/live.ts';
import { readCounters } from '../library/summary.ts';

import { countShelves, followSearch, followShelves, type StatusCounts } from './hits.ts';
import { followRows } from './rows.ts';
import { followShelf } from './shelf-ids.ts';
import type { Mark } from './snippet.ts';
import { isNarrowed, shelfFilter, type View, type ViewFilter } from './view.ts';
import type { World } from './world.ts';

/** The list on screen: filter and query in, ids and rows out. */
export interface List {
  filter: ReadonlySignal<ViewFilter>;
  query: ReadonlySignal<string>;
  /** Marks what the search that found the rows on screen hit in a text; undefined where nothing was searched for. */
  mark: ReadonlySignal<Mark | undefined>;
  /** Undefined until the library has answered once. */
  ids: ReadonlySignal<PaperId[] | undefined>;
  papers: ReadonlySignal<ReadonlyMap<PaperId, ListedPaper>>;
  /** Papers that came in while the list was open, and wait. */
  arrivals: ReadonlySignal<PaperId[]>;
  /** Changes when another list takes the place of this one, and not when papers join or leave it. */
  generation: ReadonlySignal<string>;
  /** By status, within the other filters and the query. */
  counts: ReadonlySignal<StatusCounts | undefined>;
  failure: ReadonlySignal<unknown>;
  setFilter(change: Partial<ViewFilter> | ((filter: ViewFilter) => ViewFilter)): void;
  setQuery(query: string): void;
  admitArrivals(): void;
  /** Papers that the user is changing, or that did not change after all: they may come back without waiting. */
  expect(ids: readonly PaperId[]): void;
  /** Takes papers off the list at once; the library's next answers confirm it. */
  letGo(ids: readonly PaperId[]): void;
  /** Keeps one paper in memory wherever it stands: the one that has the focus. */
  pin(id: PaperId | undefined): void;
  showRows(first: number, last: number): void;
}

export const ListModel = createModel((world: World, opening: View): List => {
  const filter = signal(opening.filter);
  const query = signal(opening.query);
  const asked = computed(() => shelfFilter(filter.value, world.nowMs()));
  const text = computed(() => query.value.trim());
  const otherFailure = signal<unknown>(undefined);
  const failed = (error: unknown) => {
    otherFailure.value = error;
  };

  // Dexie keeps from live queries that a database did not open; only opening it says so.
  world.db.open().then(undefined, failed);

  const opened = signal(false);
  const startOf = (ids: readonly PaperId[]) => (opened.peek() ? 0 : Math.max(0, ids.indexOf(opening.top?.id ?? '')));
  const ids = signal<PaperId[] | undefined>(undefined);
  const generation = signal('');
  const rows = followRows(world, ids);
  const warm = (list: PaperId[]) => rows.warm(list, startOf(list));
  const shelf = followShelf(world, asked, warm);
  const wantsShelves = computed(() => text.value !== '' || isNarrowed(filter.value));
  const shelves = followShelves(world, asked, wantsShelves, failed);
  const found = followSearch(world, text, shelves, { warm, failed });
  const counters = followCounters(world, failed);

  effect(() => {
    const shown = onShelf(shelf.ids.value, found.value?.ids);
    // A popup that was closed on a search opens on its hits, without showing the whole shelf first.
    if (!shown || (!opened.peek() && text.peek() !== '' && !found.value)) return;
    const next = `${shelf.generation.peek()} ${found.peek()?.query ?? ''}`;
    batch(() => {
      if (next !== generation.peek()) rows.show(startOf(shown), startOf(shown));
      generation.value = next;
      ids.value = shown;
      opened.value = true;
    });
  });

  return {
    filter,
    query,
    mark: computed(() => found.value?.mark),
    ids,
    papers: rows.papers,
    generation,
    arrivals: computed(() => (text.value === '' ? shelf.arrivals.value : [])),
    counts: computed(() => (shelves.value ? countShelves(shelves.value, found.value) : counters.value)),
    failure: computed(() => shelf.failure.value ?? rows.failure.value ?? otherFailure.value),
    setFilter: (change) => {
      filter.value = typeof change === 'function' ? change(filter.peek()) : { ...filter.peek(), ...change };
    },
    setQuery: (next) => {
      query.value = next;
    },
    admitArrivals: shelf.admit,
    expect: shelf.expect,
    letGo: shelf.letGo,
    pin: rows.pin,
    showRows: rows.show,
  };
});

function onShelf(shelf: PaperId[] | undefined, found: PaperId[] | undefined): PaperId[] | undefined {
  if (!shelf || !found) return shelf;
  const standing = new Set(shelf);
  return found.filter((id) => standing.has(id));
}

function followCounters(world: World, failed: (error: unknown) => void): ReadonlySignal<StatusCounts | undefined> {
  const counts = signal<StatusCounts | undefined>(undefined);
  effect(() =>
    live(
      () => readCounters(world.db),
      ({ unread, reading, read, skipped }) => {
        counts.value = { unread, reading, read, skipped, all: unread + reading + read + skipped };
      },
      failed,
    ),
  );
  return counts;
}
