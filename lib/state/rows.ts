import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { isKnown } from './first-screen.ts';
import type { Library } from './library.ts';

/** Rows are read this many at a time, so that scrolling asks again only every few screens. */
const STRIDE = 32;

/**
 * The papers behind the rows near the screen, followed live. Of 100,000 papers a few dozen are in memory.
 * @param first what is known of the first rows before the library is open
 */
export function followRows(
  library: ReadonlySignal<Library | undefined>,
  ids: ReadonlySignal<readonly PaperId[] | undefined>,
  first: readonly ListedPaper[] = [],
) {
  const papers = signal<ReadonlyMap<PaperId, ListedPaper>>(new Map(first.map((listed) => [listed.paper.id, listed])));
  const near = signal({ from: 0, to: 2 * STRIDE });
  const pinned = signal<PaperId | undefined>(undefined);
  const failure = signal<unknown>(undefined);

  effect(() => {
    const open = library.value;
    const close = ids.value?.slice(near.value.from, near.value.to) ?? [];
    const wanted = pinned.value === undefined || close.includes(pinned.value) ? close : [...close, pinned.value];
    if (!open || wanted.length === 0 || !wanted.every(isKnown)) return;
    return open.live(
      () => open.loadListed(open.db, wanted),
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
      const { db, loadListed } = library.peek() ?? {};
      if (!db || !loadListed) return;
      const { from, to } = strideAround(index, index);
      const rows = await loadListed(db, list.slice(from, to));
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
