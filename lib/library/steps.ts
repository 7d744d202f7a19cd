import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase, Reversal, UndoRow } from './database.ts';
import { idsNamed } from './keys.ts';

/** One action of the user that can be undone. */
export interface UndoStep extends Pick<UndoRow, 'id' | 'action' | 'status' | 'starred' | 'at' | 'wayBack'> {
  /** How many papers it touched. */
  count: number;
  /** Those of them that are known here: all of a step that was just taken or undone, the only one of a listed step. */
  paperIds: PaperId[];
}

const STEPS_KEPT = 100;
const ONE_EDIT_MS = 5 * 60_000;

/** The tables that a step of the user is recorded in. */
export const STEP_TABLES = ['undo', 'reversals'] as const;

/** Records a step of the user inside the running transaction, and lets go of the oldest ones. */
export async function recordStep(
  db: GleanerDatabase,
  row: Omit<UndoRow, 'id'>,
  reversal: Reversal,
  paperIds: readonly PaperId[],
): Promise<UndoStep> {
  const last = await db.undo.orderBy('id').last();
  if (last && continues(row, last)) {
    await db.undo.update(last.id, { at: row.at });
    return stepOf({ ...last, at: row.at }, paperIds);
  }
  const id = await db.undo.add(row);
  await db.reversals.add({ id, ...reversal });
  for (const table of [db.undo, db.reversals]) {
    await table
      .where('id')
      .belowOrEqual(id - STEPS_KEPT)
      .delete();
  }
  return stepOf({ ...row, id }, paperIds);
}

/** A note is saved while it is being written: all of that is one step, back to what it was before. */
function continues(row: Omit<UndoRow, 'id'>, last: UndoRow): boolean {
  if (row.action !== 'note' || last.action !== 'note' || row.at - last.at > ONE_EDIT_MS) return false;
  return row.names !== undefined && row.names.join('\n') === last.names?.join('\n');
}

/** A step as the interface sees it. */
export function stepOf(row: UndoRow, paperIds: readonly PaperId[]): UndoStep {
  const { id, action, at, status, starred, wayBack } = row;
  return {
    id,
    action,
    at,
    count: row.count,
    paperIds: [...paperIds],
    ...(status === undefined ? {} : { status }),
    ...(starred === undefined ? {} : { starred }),
    ...(wayBack === undefined ? {} : { wayBack }),
  };
}

/** The steps that can be undone, the last one first. A step that touched one paper names it, if it is still there. */
export async function listSteps(db: GleanerDatabase): Promise<UndoStep[]> {
  return db.transaction('r', ['undo', 'keyBuckets', 'entryPacks'], async () => {
    const rows = await db.undo.reverse().toArray();
    const homes = await idsNamed(
      db,
      rows.flatMap(({ names }) => names?.[0] ?? []),
    );
    return rows.map((row) => {
      const id = homes.get(row.names?.[0] ?? '');
      return stepOf(row, id === undefined ? [] : [id]);
    });
  });
}
