import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PaperId } from '../domain/paper.ts';
import type { Shelves } from './counts.ts';
import { onlyLatest } from './latest.ts';
import type { Library } from './library.ts';
import { isSameList, paperSet } from './paper-set.ts';
import type { Mark } from './snippet.ts';

export interface Found {
  query: string;
  /** Best first, of any status. */
  ids: PaperId[];
  /** Cuts a text into parts and marks those that the query hit. */
  mark: Mark;
  /** There may be more than was found. */
  cut: boolean;
  /** Papers that are not prepared for search yet and were not looked through. */
  waiting: number;
}

interface Options {
  /** The papers that pass the other filters; undefined while they are not known. */
  shelves: ReadonlySignal<Shelves | undefined>;
  /** Whether the other filters leave anything out. Where they do not, a search need not wait for them. */
  isNarrowed: ReadonlySignal<boolean>;
  warm(ids: PaperId[]): Promise<void>;
  failed(error: unknown): void;
}

/**
 * What a query finds among the papers of these shelves. A newer query cancels an older one, and what was found stays
 * until the newer answer is there, so that the list does not flicker while someone types.
 */
export function followSearch(
  library: ReadonlySignal<Library | undefined>,
  query: ReadonlySignal<string>,
  { shelves, isNarrowed, warm, failed }: Options,
) {
  const found = signal<Found | undefined>(undefined);
  const search = onlyLatest<Found>((answer) => {
    found.value = answer;
  }, failed);
  const among = followAmong(shelves);
  const turn = signal(0);
  let asked: { text: string; ids: PaperId[] | undefined; turn: number } | undefined;

  effect(() => {
    const open = library.value;
    const text = query.value;
    const ids = among.value;
    const narrowed = isNarrowed.value;
    if (text === '') {
      search.stop();
      asked = undefined;
      found.value = undefined;
      return;
    }
    if (!open || (narrowed && !ids)) return;
    // That all papers are known, for the first time, changes nothing about a search among all of them.
    const isSame = !narrowed && asked?.text === text && asked.ids === undefined && asked.turn === turn.value;
    asked = { text, ids, turn: turn.value };
    if (!isSame) search.start((signal) => lookFor(open, { text, ids: narrowed ? ids : undefined, warm }, signal));
  });
  return {
    found,
    /** Searches anew: what the papers say has changed. */
    again: () => {
      turn.value += 1;
    },
  };
}

/**
 * The papers to search among. One that changes its shelf was searched already: only papers that come or go call for a new
 * search.
 */
function followAmong(shelves: ReadonlySignal<Shelves | undefined>): ReadonlySignal<PaperId[] | undefined> {
  const among = signal<PaperId[] | undefined>(undefined);
  effect(() => {
    const [before, now] = [among.peek(), shelves.value?.all];
    if (!before || !now || !isSameList(before, now)) among.value = now;
  });
  return among;
}

interface Asked {
  text: string;
  ids: PaperId[] | undefined;
  warm(ids: PaperId[]): Promise<void>;
}

async function lookFor({ db }: Library, { text, ids, warm }: Asked, signal: AbortSignal): Promise<Found> {
  // Loaded at the first search: the popup opens sooner without it.
  const [{ searchPapers }, { highlight }] = await Promise.all([
    import('../search/search.ts'),
    import('../search/highlight.ts'),
  ]);
  const hits = await searchPapers(db, text, ids ? { among: paperSet(ids), signal } : { signal });
  if (!signal.aborted) await warm(hits.ids);
  return { query: text, ...hits, mark: (whole, field) => highlight(whole, text, field) };
}
