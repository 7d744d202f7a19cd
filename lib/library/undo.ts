import { placeAt } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import { ADMIT_TABLES, admit } from './admit.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, UndoRow } from './database.ts';
import { refreshEntries } from './derive-entries.ts';
import { putTogether } from './merges.ts';
import { papersNamed } from './named.ts';
import { retract } from './retract.ts';
import { sayWords } from './say-words.ts';
import { stepOf, type UndoStep } from './steps.ts';

/**
 * Takes back the last action of the user that is not taken back yet, in one transaction.
 * A step with a `wayBack` is returned and left as it is: its way back is a local backup, which the caller restores.
 * @returns the step that was undone; undefined when there is none
 */
export async function undoLast(db: GleanerDatabase, nowMs: number): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...ADMIT_TABLES, 'undo', 'meta'], async () => {
    const row = await db.undo.orderBy('id').last();
    if (!row || row.wayBack !== undefined) return row && stepOf(row, []);
    await db.undo.delete(row.id);
    return stepOf(row, [...new Set(await takeBack(db, row, nowMs))]);
  });
}

async function takeBack(db: GleanerDatabase, row: UndoRow, nowMs: number): Promise<PaperId[]> {
  if (row.deleted) return bringBack(db, row.deleted, nowMs);
  if (row.brought) return retract(db, row.brought, nowMs);
  if (row.apart) return putTogether(db, row.apart, nowMs);
  return sayAgain(db, row.before, nowMs);
}

/** Words that are said again are a change like any other: on another machine, too, they are the last word. */
async function sayAgain(db: GleanerDatabase, before: UndoRow['before'], nowMs: number): Promise<PaperId[]> {
  const papers = await papersNamed(
    db,
    before.map(({ key }) => key),
  );
  const ids = before.flatMap(({ key }) => papers.get(key)?.id ?? []);
  await sayWords(
    db,
    before.filter(({ key }) => papers.has(key)),
    nowMs,
  );
  const tally: Tally = new Map();
  await refreshEntries(db, [...new Set(ids)], tally);
  await applyTally(db, tally);
  return ids;
}

/**
 * Brings deleted rows back by the same way as a capture comes in, because a page may have brought one of the papers
 * anew in the meantime. A paper that is wholly gone gets its old place back.
 */
async function bringBack(
  db: GleanerDatabase,
  deleted: NonNullable<UndoRow['deleted']>,
  nowMs: number,
): Promise<PaperId[]> {
  const tally: Tally = new Map();
  const at = new Date(nowMs).toISOString();
  const entryOf = new Map(deleted.entries.map((entry) => [entry.paperId, entry]));
  const placeOf = new Map(
    deleted.papers.flatMap((row) => row.descriptions.map(({ key }) => [key, entryOf.get(row.id)] as const)),
  );
  const { homes } = await admit(
    db,
    {
      at,
      descriptions: deleted.papers.flatMap((row) => row.descriptions),
      digests: deleted.digests.map((digest) => ({ ...digest, size: 0 })),
      sightings: deleted.sightings,
      placeOf: (keys) => keys.map((key) => placeOf.get(key)).find((place) => place !== undefined) ?? placeAt(at, 0),
    },
    tally,
  );
  await applyTally(db, tally);
  return deleted.papers.flatMap((row) => homes.get(row.descriptions[0]?.key ?? '') ?? []);
}
