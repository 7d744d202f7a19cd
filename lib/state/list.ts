import { batch, computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SiteId } from '../domain/digest.ts';
import type { Counters, ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Sort } from '../library/list-papers.ts';
import { countLibrary, countShelves, type StatusCounts } from './counts.ts';
import type { Door } from './door.ts';
import type { FirstScreen } from './first-screen.ts';
import { type Found, followSearch } from './hits.ts';
import { holds, paperSet } from './paper-set.ts';
import { followRows } from './rows.ts';
import { type Asked, followShelf } from './shelf-ids.ts';
import type { Mark } from './snippet.ts';
import { isNarrowed, shelfFilter, type View, type ViewFilter } from './view.ts';
import { whileWatched } from './while-watched.ts';

/** The list on screen: filter and query in, ids and rows out. */
export interface List {
  filter: ReadonlySignal<ViewFilter>;
  query: ReadonlySignal<string>;
  /** The order of the list while nothing is searched for; what is found stands best first. */
  sort: ReadonlySignal<Sort>;
  /** Marks what the search that found the rows on screen hit in a text; undefined where nothing was searched for. */
  mark: ReadonlySignal<Mark | undefined>;
  /** What a search could not tell: papers that it has not looked through yet, and whether there may be more. */
  gaps: ReadonlySignal<Pick<Found, 'waiting' | 'cut'> | undefined>;
  /** Undefined until the library has answered once. Before it has, papers that are not known yet have ids below 1. */
  ids: ReadonlySignal<PaperId[] | undefined>;
  papers: ReadonlySignal<ReadonlyMap<PaperId, ListedPaper>>;
  /** Papers that came in while the list was open, and wait. */
  arrivals: ReadonlySignal<PaperId[]>;
  /** Changes when another list takes the place of this one, and not when papers join or leave it. */
  generation: ReadonlySignal<string>;
  /** Whether the list is the library's own answer, and no longer what was remembered of it. */
  isLive: ReadonlySignal<boolean>;
  /** By status, within the other filters and the query. */
  counts: ReadonlySignal<StatusCounts | undefined>;
  /** How many papers of this list, were no source chosen, each source has shown. Read only while something shows it. */
  sites: ReadonlySignal<ReadonlyMap<SiteId, number> | undefined>;
  failure: ReadonlySignal<unknown>;
  setFilter(change: Partial<ViewFilter> | ((filter: ViewFilter) => ViewFilter)): void;
  setQuery(query: string): void;
  setSort(sort: Sort): void;
  /** Repeats the search that is open, if one is: the user has changed what papers say. */
  searchAgain(): void;
  admitArrivals(): void;
  /** Papers that the user is changing, or that did not change after all: they may come back without waiting. */
  expect(ids: readonly PaperId[]): void;
  /** Takes papers off the list at once; the library's next answers confirm it. */
  letGo(ids: readonly PaperId[]): void;
  /** Keeps one paper in memory wherever it stands: the one that has the focus. */
  pin(id: PaperId | undefined): void;
  showRows(first: number, last: number): void;
}

interface Options {
  door: Door;
  opening: View;
  counters: ReadonlySignal<Counters | undefined>;
  /** What to show until the library is open. */
  first?: FirstScreen | undefined;
}

export const ListModel = createModel(({ door, opening, counters, first }: Options): List => {
  const { library } = door;
  const filter = signal(opening.filter);
  const sort = signal(opening.sort);
  const query = signal(opening.query);
  const asked = computed((): Asked => ({ filter: shelfFilter(filter.value, door.nowMs()), sort: sort.value }));
  const text = computed(() => query.value.trim());
  const otherFailure = signal<unknown>(undefined);
  const failed = (error: unknown) => {
    otherFailure.value = error;
  };

  // Dexie keeps from live queries that a database did not open; only opening it says so.
  effect(() => void library.value?.db.open().then(undefined, failed));

  const opened = signal(false);
  const startOf = (ids: readonly PaperId[]) =>
    opened.peek() || !opening.top ? 0 : Math.max(0, ids.indexOf(opening.top.id));
  const ids = signal<PaperId[] | undefined>(undefined);
  const generation = signal('');
  const rows = followRows(library, ids, first?.papers);
  const warm = (list: PaperId[]) => rows.warm(list, startOf(list));
  const narrowed = computed(() => isNarrowed(filter.value));
  const wantsAll = computed(() => text.value !== '' || narrowed.value);
  const shelf = followShelf(library, asked, { wantsAll, warm, first });
  const search = followSearch(library, text, { shelves: shelf.shelves, isNarrowed: narrowed, warm, failed });
  const { found } = search;

  effect(() => {
    const shown = onShelf(shelf.ids.value, found.value?.ids);
    const isLive = shelf.isLive.value;
    // A popup that was closed on a search opens on its hits, without showing the whole shelf first.
    if (!shown || (!opened.peek() && text.peek() !== '' && !found.value)) return;
    const next = `${shelf.generation.peek()} ${found.peek()?.query ?? ''}`;
    batch(() => {
      if (next !== generation.peek()) rows.show(startOf(shown), startOf(shown));
      generation.value = next;
      ids.value = shown;
      opened.value = isLive;
    });
  });

  return {
    filter,
    query,
    sort,
    mark: computed(() => found.value?.mark),
    gaps: found,
    ids,
    papers: rows.papers,
    generation,
    isLive: opened,
    arrivals: computed(() => (text.value === '' ? shelf.arrivals.value : [])),
    counts: computed(() => {
      if (first && !opened.value) return first.counts;
      if (shelf.shelves.value) return countShelves(shelf.shelves.value, found.value?.ids);
      return counters.value && countLibrary(counters.value);
    }),
    sites: whileWatched((tell) => {
      const [open, { filter: wanted }] = [library.value, asked.value];
      return open?.live(() => open.countSites(open.db, wanted), tell, failed);
    }),
    failure: computed(() => shelf.failure.value ?? rows.failure.value ?? otherFailure.value),
    setFilter: (change) => {
      filter.value = typeof change === 'function' ? change(filter.peek()) : { ...filter.peek(), ...change };
    },
    setQuery: (next) => {
      query.value = next;
    },
    setSort: (next) => {
      sort.value = next;
    },
    searchAgain: search.again,
    admitArrivals: shelf.admit,
    expect: shelf.expect,
    letGo: shelf.letGo,
    pin: rows.pin,
    showRows: rows.show,
  };
});

function onShelf(shelf: PaperId[] | undefined, found: PaperId[] | undefined): PaperId[] | undefined {
  if (!shelf || !found) return shelf;
  const standing = paperSet(shelf);
  return found.filter((id) => holds(standing, id));
}
