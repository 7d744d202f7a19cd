import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { live } from '../library/live.ts';
import { loadListed } from '../library/queries.ts';
import type { World } from './world.ts';

/** Rows are read this many at a time, so that scrolling asks again only every few screens. */
const STRIDE = 32;

/**
 * The papers behind the rows near the screen, followed live. Of 10,000 papers a few dozen are in memory.
 */
export function followRows(world: World, ids: ReadonlySignal<readonly PaperId[] | undefined>) {
  const papers = signal<ReadonlyMap<PaperId, ListedPaper>>(new Map());
  const near = signal({ from: 0, to: 2 * STRIDE });
  const pinned = signal<PaperId | undefined>(undefined);
  const failure = signal<unknown>(undefined);

  effect(() => {
    const close = ids.value?.slice(near.value.from, near.value.to) ?? [];
    const wanted = pinned.value === undefined || close.includes(pinned.value) ? close : [...close, pinned.value];
    if (wanted.length === 0) return;
    return live(
      () => loadListed(world.db, wanted),
      (rows) => {
        papers.value = rows;
      },
      (error) => {
        failure.value = error;
      },
    );
  });

  return {
    papers,
    failure,
    /** Reads the first rows of a list that is about to be shown, starting near `index`. */
    warm: async (list: readonly PaperId[], index: number) => {
      const { from, to } = strideAround(index, index);
      const head = list.slice(from, to);
      const rows = await loadListed(world.db, head);
      papers.value = new Map([...papers.peek(), ...rows]);
    },
    /** Keeps one paper in memory wherever it stands: the one that has the focus. */
    pin: (id: PaperId | undefined) => {
      pinned.value = id;
    },
    /** Says which rows are on the screen. */
    show: (first: number, last: number) => {
      const wanted = strideAround(first, last);
      const now = near.peek();
      if (wanted.from !== now.from || wanted.to !== now.to) near.value = wanted;
    },
  };
}

function strideAround(first: number, last: number): { from: number; to: number } {
  const from = Math.max(0, (Math.floor(first / STRIDE) - 1) * STRIDE);
  return { from, to: (Math.floor(last / STRIDE) + 2) * STRIDE };
}
