import type { GleanerDatabase } from '../library/database.ts';
import { isLost, type Mirror, mirrorOf, readMirrorFrom, takeStock } from '../library/stock.ts';

/** Where is written down, outside the database, what the library held, and whether it has been lost. */
export interface Memory {
  readMirror(): Promise<unknown>;
  writeMirror(mirror: Mirror): Promise<void>;
  /** Whether a loss was noticed that nobody has dealt with yet. */
  isLossKnown(): Promise<boolean>;
  /** @param papers how many were there when the library was last seen whole */
  noteLoss(papers: number): Promise<void>;
  forgetLoss(): Promise<void>;
}

/**
 * Looks, at a start, whether the library is what it was. A loss is noted and stays noted until the user has dealt with
 * it; until then nothing is written down, so that the memory of what was there is not lost as well.
 * @returns whether the library is whole
 */
export async function lookAfter(db: GleanerDatabase, memory: Memory): Promise<boolean> {
  if (await memory.isLossKnown()) return false;
  const mirror = readMirrorFrom(await memory.readMirror());
  if (mirror && isLost(await takeStock(db), mirror)) {
    await memory.noteLoss(mirror.papers);
    return false;
  }
  await writeDown(db, memory);
  return true;
}

/** Writes down what the library holds now, after something has changed; not while a loss stands. */
export async function keepMirror(db: GleanerDatabase, memory: Memory): Promise<void> {
  if (!(await memory.isLossKnown())) await writeDown(db, memory);
}

/** The user has restored a backup, or goes on with what there is: this is the library from now on. */
export async function acceptLibrary(db: GleanerDatabase, memory: Memory): Promise<void> {
  await writeDown(db, memory);
  await memory.forgetLoss();
}

async function writeDown(db: GleanerDatabase, memory: Memory): Promise<void> {
  if (!db.isReadOnly) await memory.writeMirror(await mirrorOf(db));
}
