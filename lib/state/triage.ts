import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { PaperId } from '../domain/paper.ts';
import type { Status } from '../domain/shelf.ts';
import type { GleanerDatabase } from '../library/database.ts';
import type { EntryChange } from '../library/shelf.ts';
import type { UndoStep } from '../library/steps.ts';
import { areAll } from './are-all.ts';
import type { Cursor } from './cursor.ts';
import type { Door } from './door.ts';
import type { Library } from './library.ts';
import type { List } from './list.ts';
import type { ViewFilter } from './view.ts';
import type { World } from './world.ts';

/** What was done last, to be said once and taken back if it was a slip. */
export interface Done {
  action: UndoStep['action'];
  status?: Status;
  starred?: boolean;
  /** How many papers it touched, and the title where it was one. */
  count: number;
  title?: string;
  /** Whether this tells of an undo. */
  undone: boolean;
}

/** The user's decisions about papers. */
export interface Triage {
  done: ReadonlySignal<Done | undefined>;
  failure: ReadonlySignal<unknown>;
  change(ids: readonly PaperId[], change: EntryChange): Promise<void>;
  /** Gives the papers this status, or takes it back to unread when all of them have it already. */
  toggleStatus(ids: readonly PaperId[], status: Status): Promise<void>;
  /** Stars the papers, or takes the stars off when all of them have one. */
  toggleStar(ids: readonly PaperId[]): Promise<void>;
  /**
   * Any other action: does it in its turn, says what was done or that it failed.
   * @returns whether it was done, even where there was nothing to do
   */
  perform(act: Act, options?: { quiet?: boolean }): Promise<boolean>;
  /** Takes back the last step. @returns it, or undefined when there was none or it could not be taken back */
  undo(): Promise<UndoStep | undefined>;
  dismiss(): void;
}

/** An action on the library, which tells its step where it changed something. */
export type Act = (db: GleanerDatabase, nowMs: number) => Promise<UndoStep | undefined>;

/** Takes back a step whose way back is a local backup, as `undoLast` leaves it to its caller. */
export type GoBack = (world: World, step: UndoStep) => Promise<void>;

// Loaded at the first decision: undoing brings in the rules of identity, and the popup opens sooner without them.
const loadShelf = () => import('../library/shelf.ts');
const loadUndo = () => import('../library/undo.ts');

type Choose = (library: Library) => Promise<EntryChange>;

export const TriageModel = createModel((door: Door, list: List, cursor: Cursor, goBack?: GoBack): Triage => {
  const done = signal<Done | undefined>(undefined);
  const failure = signal<unknown>(undefined);

  const tell = async (step: UndoStep, undone: boolean) => {
    const [only] = step.paperIds;
    const isOne = step.count === 1 && only !== undefined;
    const { db, loadListed } = await door.opened;
    const title = isOne ? (await loadListed(db, [only])).get(only)?.paper.title : undefined;
    done.value = {
      action: step.action,
      count: step.count,
      undone,
      ...(step.status === undefined ? {} : { status: step.status }),
      ...(step.starred === undefined ? {} : { starred: step.starred }),
      ...(title === undefined ? {} : { title }),
    };
  };
  /** One after the other, so that a fast hand's second key sees what the first one did. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (job: () => Promise<unknown>, putBack: () => void = () => undefined): Promise<boolean> => {
    const turn = last.then(async () => {
      try {
        await job();
        failure.value = undefined;
        return true;
      } catch (error) {
        putBack();
        // A full disk or a lost database is the user's to know.
        if (!(error instanceof Error)) throw error;
        failure.value = error;
        return false;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  const takeBack = async (): Promise<UndoStep | undefined> => {
    const [{ undoLast }, library] = await Promise.all([loadUndo(), door.opened]);
    const step = await undoLast(library.db, door.nowMs());
    if (!step) return undefined;
    if (step.wayBack !== undefined) {
      if (!goBack) throw new Error('This page cannot restore the backup that this step left');
      await goBack(library, step);
    }
    list.expect(step.paperIds);
    list.searchAgain();
    const [first] = step.paperIds;
    if (first !== undefined) cursor.goTo(first);
    await tell(step, true);
    return step;
  };
  const decide = async (ids: readonly PaperId[], leaves: boolean, choose: Choose): Promise<void> => {
    list.expect(ids);
    if (leaves) list.letGo(ids);
    const stay = () => list.expect(ids);
    await inTurn(async () => {
      const [{ changeEntries }, library] = await Promise.all([loadShelf(), door.opened]);
      const step = await changeEntries(library.db, ids, await choose(library), door.nowMs());
      if (step) await tell(step, false);
      else stay();
    }, stay);
  };

  return {
    done,
    failure,
    change: (ids, change) => decide(ids, leavesBy(change, list.filter.peek()), async () => change),
    toggleStatus: (ids, status) => {
      const shelf = list.filter.peek().status;
      const leaves = leavesBy({ status: shelf === status ? 'unread' : status }, list.filter.peek());
      return decide(ids, leaves, async (library) => {
        const all = await areAll(library, ids, { status, starred: false });
        return { status: all ? 'unread' : status };
      });
    },
    toggleStar: (ids) =>
      decide(ids, list.filter.peek().starred, async (library) => ({
        starred: !(await areAll(library, ids, { status: 'all', starred: true })),
      })),
    perform: (act, { quiet = false } = {}) =>
      inTurn(async () => {
        const { db } = await door.opened;
        const step = await act(db, door.nowMs());
        if (!step) return;
        list.expect(step.paperIds);
        // A note is saved between two words: a search repeated for it could take the paper away from under the writer.
        if (quiet) return;
        list.searchAgain();
        await tell(step, false);
      }),
    undo: async () => {
      let step: UndoStep | undefined;
      const isDone = await inTurn(async () => {
        step = await takeBack();
      });
      return isDone ? step : undefined;
    },
    dismiss: () => {
      done.value = undefined;
      failure.value = undefined;
    },
  };
});

/** Whether papers of a list no longer belong to it after a change. */
function leavesBy(change: EntryChange, filter: ViewFilter): boolean {
  if (change.removed || (change.starred === false && filter.starred)) return true;
  return change.status !== undefined && filter.status !== 'all' && change.status !== filter.status;
}
