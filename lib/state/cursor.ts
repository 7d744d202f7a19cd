import { batch, computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PaperId } from '../domain/paper.ts';
import { isKnown } from './first-screen.ts';
import type { List } from './list.ts';
import { holds, holdsAny, NO_PAPERS, paperSet, without } from './paper-set.ts';
import type { View } from './view.ts';

/** Where the user is in the list, what is open, and what is picked out for a common action. */
export interface Cursor {
  /** The paper that keys act on: the selected one, or the first. */
  current: ReadonlySignal<PaperId | undefined>;
  expanded: ReadonlySignal<PaperId | undefined>;
  /** Picked papers that are in the list, in its order. */
  picked: ReadonlySignal<PaperId[]>;
  /** Whether a paper is picked. */
  isPicked(id: PaperId): boolean;
  /** A new value asks to scroll to the current paper and focus it. */
  wish: ReadonlySignal<Wish>;
  /** The wish, for whoever fulfils it; undefined when that was done already. */
  takeWish(): Wish | undefined;
  select(id: PaperId): void;
  /** Moves by so many rows, stopping at the ends. With `extend` the row left and the row reached are picked. */
  move(by: number, extend?: boolean): void;
  toggleExpanded(id: PaperId): void;
  pick(id: PaperId, picked: boolean): void;
  /** Picks everything between the current paper and this one. */
  pickTo(id: PaperId): void;
  /** Picks the whole list. */
  pickAll(): void;
  clearPicked(): void;
  /** Goes to this paper as soon as the list holds it. */
  goTo(id: PaperId): void;
}

export interface Wish {
  turn: number;
  /** Takes the focus out of a text field as well. */
  insists: boolean;
}

export const CursorModel = createModel((list: List, opening: View): Cursor => {
  const selected = signal<PaperId | undefined>(opening.selected);
  const expanded = signal<PaperId | undefined>(opening.expanded);
  const pickedSet = signal(NO_PAPERS);
  const wish = signal<Wish>({ turn: 0, insists: false });
  const ask = (insists: boolean) => {
    wish.value = { turn: wish.peek().turn + 1, insists };
  };
  const ids = computed(() => list.ids.value ?? []);
  const current = computed(() => standing(ids.value, selected.value) ?? ids.value.find(isKnown));
  let taken = -1;
  let awaited: PaperId | undefined;
  let before: { ids: PaperId[]; generation: string } | undefined;

  effect(() => list.pin(current.value));
  effect(() => {
    const now = { ids: ids.value, generation: list.generation.peek() };
    if (list.ids.value === undefined || !list.isLive.value) return;
    const last = before;
    before = now;
    batch(() => {
      const isAnother = last?.generation !== now.generation;
      const goal = standing(now.ids, awaited);
      // A list that is on its way begins at its top, unless one went to a paper of it meanwhile.
      if (goal !== undefined && (isAnother || goal !== selected.peek())) {
        selected.value = goal;
        awaited = undefined;
        ask(true);
      } else if (last && isAnother) {
        selected.value = now.ids[0];
        expanded.value = undefined;
        pickedSet.value = NO_PAPERS;
      } else if (last) follow(last.ids, now.ids);
    });
  });

  /** When the selected paper leaves the list, the next one takes its place, open if it was open. */
  function follow(old: PaperId[], now: PaperId[]): void {
    const was = selected.peek() ?? old[0];
    if (was === undefined || now.includes(was)) return;
    const next = successor(old, now, was);
    if (expanded.peek() === was) expanded.value = next;
    selected.value = next;
    ask(false);
  }

  /** Who moves on waits no more for another paper. The focus that follows to the awaited one moves nobody. */
  const leave = (id: PaperId) => {
    if (id !== awaited) awaited = undefined;
  };
  const go = (id: PaperId | undefined) => {
    if (!isKnown(id)) return;
    leave(id);
    selected.value = id;
    ask(true);
  };
  const placeOf = (id: PaperId | undefined) => (id === undefined ? -1 : ids.peek().indexOf(id));
  const pickMore = (more: readonly PaperId[]) => {
    pickedSet.value = paperSet(more.filter(isKnown), pickedSet.peek());
  };

  return {
    current,
    expanded,
    picked: computed(() => {
      const set = pickedSet.value;
      return holdsAny(set) ? ids.value.filter((id) => holds(set, id)) : [];
    }),
    isPicked: (id) => holds(pickedSet.value, id),
    wish,
    takeWish: () => {
      const asked = wish.peek();
      if (asked.turn === taken) return undefined;
      taken = asked.turn;
      return asked;
    },
    select: (id) => {
      leave(id);
      selected.value = id;
    },
    move: (by, extend = false) => {
      const from = placeOf(current.peek());
      const to = Math.min(Math.max(from + by, 0), ids.peek().length - 1);
      if (extend) pickMore(ids.peek().slice(Math.min(from, to), Math.max(from, to) + 1));
      go(ids.peek()[to]);
    },
    toggleExpanded: (id) => {
      leave(id);
      selected.value = id;
      expanded.value = expanded.peek() === id ? undefined : id;
    },
    pick: (id, picked) => {
      pickedSet.value = picked ? paperSet([id], pickedSet.peek()) : without(pickedSet.peek(), [id]);
    },
    pickTo: (id) => {
      const [a, b] = [placeOf(current.peek()), placeOf(id)];
      pickMore(ids.peek().slice(Math.min(a, b), Math.max(a, b) + 1));
      selected.value = id;
    },
    pickAll: () => pickMore(ids.peek()),
    clearPicked: () => {
      pickedSet.value = NO_PAPERS;
    },
    goTo: (id) => {
      if (ids.peek().includes(id)) go(id);
      awaited = id;
    },
  };
});

function standing(ids: readonly PaperId[], id: PaperId | undefined): PaperId | undefined {
  return id !== undefined && ids.includes(id) ? id : undefined;
}

function successor(old: readonly PaperId[], now: readonly PaperId[], left: PaperId): PaperId | undefined {
  const place = old.indexOf(left);
  // When it is the only one that left, the next one stands in its place.
  if (now[place] !== undefined && now[place] === old[place + 1]) return now[place];
  const stays = paperSet(now);
  const after = old.slice(place + 1).find((id) => holds(stays, id));
  return after ?? old.slice(0, Math.max(place, 0)).findLast((id) => holds(stays, id)) ?? now[0];
}
