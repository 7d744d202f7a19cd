import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Sort } from '../library/list-papers.ts';
import type { Shelves } from './counts.ts';
import { type FirstScreen, isFirstOf, outlineOf } from './first-screen.ts';
import type { Library } from './library.ts';
import { holds, holdsAny, inBoth, NO_PAPERS, type PaperSet, paperSet, without } from './paper-set.ts';
import { reconcile } from './reconcile.ts';

/** A list that the library is asked for. */
export interface Asked {
  filter: ShelfFilter;
  sort: Sort;
}

interface Options {
  /** Whether the other statuses are needed as well: one question answers for all of them. */
  wantsAll: ReadonlySignal<boolean>;
  /** Awaited before the first answer is shown, so that rows appear with their text. */
  warm(ids: PaperId[]): Promise<void>;
  /** What to show until the library has answered for the first time. */
  first?: FirstScreen | undefined;
}

/** The papers of a filter, followed live. The first answer to a filter replaces the list; later ones are reconciled. */
export function followShelf(
  library: ReadonlySignal<Library | undefined>,
  asked: ReadonlySignal<Asked>,
  { wantsAll, warm, first }: Options,
) {
  const standing = signal<PaperId[] | undefined>(first && outlineOf(first));
  const shelves = signal<Shelves | undefined>(undefined);
  const leaving = signal(NO_PAPERS);
  const arrivals = signal<PaperId[]>([]);
  const failure = signal<unknown>(undefined);
  const generation = signal(0);
  const isLive = signal(false);
  let own = NO_PAPERS;
  let fresh: PaperId[] = [];
  let shown: Asked | undefined;

  const setLeaving = (set: PaperSet) => {
    leaving.value = holdsAny(set) ? set : NO_PAPERS;
  };
  const replace = () =>
    batch(() => {
      const isSame = !isLive.peek() && first !== undefined && isFirstOf(first, fresh);
      standing.value = fresh;
      if (!isSame) leaving.value = NO_PAPERS;
      arrivals.value = [];
      if (!isSame) generation.value += 1;
      failure.value = undefined;
      isLive.value = true;
    });
  const join = () => {
    const joined = reconcile(standing.peek() ?? [], fresh, own);
    batch(() => {
      standing.value = joined.shown;
      // One that the library still lists is on its way out; one that it does not has left.
      if (leaving.peek() !== NO_PAPERS) setLeaving(inBoth(leaving.peek(), paperSet(fresh)));
      arrivals.value = joined.arrivals;
    });
  };

  effect(() => {
    const open = library.value;
    const now = asked.value;
    const all = wantsAll.value;
    if (!all) shelves.value = undefined;
    if (!open) return;
    if (shown && shown !== now) own = NO_PAPERS;
    let stopped = false;
    const fail = (error: unknown) => {
      if (!stopped) failure.value = error;
    };
    const stop = open.live<Partial<Shelves>>(
      async () => {
        if (all) return open.listShelves(open.db, now.filter, now.sort);
        return { [now.filter.status]: await open.listPaperIds(open.db, now.filter, now.sort) };
      },
      (answer) => {
        if (stopped) return;
        fresh = answer[now.filter.status] ?? [];
        const tell = () =>
          batch(() => {
            shelves.value = isWhole(answer) ? answer : undefined;
            if (shown === now) return join();
            shown = now;
            replace();
          });
        if (shown === now) return tell();
        void warm(fresh).then(() => {
          if (!stopped) tell();
        }, fail);
      },
      fail,
    );
    return () => {
      stopped = true;
      stop();
    };
  });

  return {
    ids: computed(() => {
      const gone = leaving.value;
      return gone === NO_PAPERS ? standing.value : standing.value?.filter((id) => !holds(gone, id));
    }),
    shelves,
    arrivals,
    failure,
    /** Counts the lists that replaced the one before, as against changes within one. */
    generation,
    /** Whether the list is the library's own answer, and no longer what was remembered of it. */
    isLive,
    /** Papers that the user is changing: they may come back without waiting. */
    expect: (changed: readonly PaperId[]) => {
      own = paperSet(changed, own);
      if (leaving.peek() !== NO_PAPERS) setLeaving(without(leaving.peek(), changed));
    },
    /** Takes papers off the list before the library has confirmed it, so that the next key acts on the next paper. */
    letGo: (gone: readonly PaperId[]) => {
      setLeaving(paperSet(gone, leaving.peek()));
    },
    /** Lets in what waits. */
    admit: replace,
  };
}

function isWhole(answer: Partial<Shelves>): answer is Shelves {
  return answer.all !== undefined && answer.unread !== undefined;
}
