import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { live } from '../library/live.ts';
import { listPaperIds } from '../library/queries.ts';
import { reconcile } from './reconcile.ts';
import type { World } from './world.ts';

/**
 * The papers of a filter, followed live. The first answer to a filter replaces the list; later ones are reconciled.
 * @param warm awaited before the first answer is shown, so that rows appear with their text
 */
export function followShelf(
  world: World,
  filter: ReadonlySignal<ShelfFilter>,
  warm: (ids: PaperId[]) => Promise<void>,
) {
  const standing = signal<PaperId[] | undefined>(undefined);
  const leaving = signal<ReadonlySet<PaperId>>(new Set());
  const arrivals = signal<PaperId[]>([]);
  const failure = signal<unknown>(undefined);
  const generation = signal(0);
  let own = new Set<PaperId>();
  let fresh: PaperId[] = [];

  const replace = () =>
    batch(() => {
      standing.value = fresh;
      leaving.value = new Set();
      arrivals.value = [];
      generation.value += 1;
      failure.value = undefined;
    });
  const join = () => {
    const joined = reconcile(standing.peek() ?? [], fresh, own);
    batch(() => {
      standing.value = joined.shown;
      // One that the library still lists is on its way out; one that it does not has left.
      const listed = new Set(fresh);
      leaving.value = new Set([...leaving.peek()].filter((id) => listed.has(id)));
      arrivals.value = joined.arrivals;
    });
  };

  effect(() => {
    const wanted = filter.value;
    let shows = false;
    let stopped = false;
    own = new Set();
    const fail = (error: unknown) => {
      if (!stopped) failure.value = error;
    };
    const stop = live(
      () => listPaperIds(world.db, wanted),
      (answer) => {
        if (stopped) return;
        fresh = answer;
        if (shows) return join();
        void warm(answer).then(() => {
          if (stopped || shows) return;
          shows = true;
          replace();
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
    ids: computed(() => standing.value?.filter((id) => !leaving.value.has(id))),
    arrivals,
    failure,
    /** Counts the lists that replaced the one before, as against changes within one. */
    generation,
    /** Papers that the user is changing: they may come back without waiting. */
    expect: (changed: readonly PaperId[]) => {
      for (const id of changed) own.add(id);
      leaving.value = new Set([...leaving.peek()].filter((id) => !changed.includes(id)));
    },
    /** Takes papers off the list before the library has confirmed it, so that the next key acts on the next paper. */
    letGo: (gone: readonly PaperId[]) => {
      leaving.value = new Set([...leaving.peek(), ...gone]);
    },
    /** Lets in what waits. */
    admit: replace,
  };
}
