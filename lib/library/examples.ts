import { isTouched } from '../domain/entry.ts';
import { add, addEntryChange, applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, UndoRow } from './database.ts';
import { fromEntryRow } from './entry-row.ts';
import { preloadedDigests } from './preload.ts';
import { deleteSightings } from './sightings.ts';
import { recordStep, type UndoStep } from './steps.ts';

/** How many papers clearing the examples would take out: seen nowhere else, and the user has said nothing of them. */
export async function countExamples(db: GleanerDatabase): Promise<number> {
  return (await findExamples(db)).entries.filter((entry) => !isTouched(entry)).length;
}

/**
 * Deletes the preloaded examples: papers seen nowhere else of which the user has said nothing. They are deleted, not
 * hidden, so that a page that shows one of them later brings it in as new. One step of undo brings all of them back.
 * @param nowMs milliseconds since 1970
 */
export async function clearExamples(
  db: GleanerDatabase,
  nowMs: number,
): Promise<{ step: UndoStep; cleared: number; kept: number }> {
  const tables = [db.papers, db.entries, db.sightings, db.digests, db.counters, db.undo, db.meta];
  return db.transaction('rw', tables, async () => {
    const { papers, entries, sightings } = await findExamples(db);
    const clearing = entries.filter((entry) => !isTouched(entry));
    const ids = new Set(clearing.map(({ paperId }) => paperId));
    const deleted = {
      papers: papers.filter(({ id }) => ids.has(id)),
      entries: clearing,
      sightings: sightings.filter(({ paperId }) => ids.has(paperId)),
    };
    const digests = await deleteRows(db, deleted);
    const row = {
      action: 'clear-examples' as const,
      at: nowMs,
      before: [],
      deleted: { ...deleted, digests },
      count: clearing.length,
    };
    const step = await recordStep(db, row, [...ids]);
    return { step, cleared: clearing.length, kept: papers.length - clearing.length };
  });
}

type Rows = Pick<NonNullable<UndoRow['deleted']>, 'papers' | 'entries' | 'sightings'>;

async function findExamples(db: GleanerDatabase): Promise<Rows> {
  const keys = await preloadedDigests(db);
  const seen = await Promise.all(
    keys.map((key) => db.sightings.where('[digestKey+as]').between([key, ''], [key, '\uffff']).toArray()),
  );
  const ids = [...new Set(seen.flat().map(({ paperId }) => paperId))];
  const preloaded = new Set(keys);
  const sightings = await db.sightings.where('paperId').anyOf(ids).toArray();
  const elsewhere = new Set(
    sightings.filter(({ digestKey }) => !preloaded.has(digestKey)).map(({ paperId }) => paperId),
  );
  const own = ids.filter((id) => !elsewhere.has(id));
  const rows = await db.entries.bulkGet(own);
  const entries = rows.flatMap((row) => (row && !row.removed ? [fromEntryRow(row)] : []));
  const listed = entries.map(({ paperId }) => paperId);
  const papers = (await db.papers.bulkGet(listed)).flatMap((row) => row ?? []);
  const among = new Set(listed);
  return { papers, entries, sightings: sightings.filter(({ paperId }) => among.has(paperId)) };
}

/** Deletes the rows, makes digests smaller, and deletes and returns the digests with nothing left in them. */
async function deleteRows(db: GleanerDatabase, rows: Rows): Promise<NonNullable<UndoRow['deleted']>['digests']> {
  const tally: Tally = new Map();
  for (const entry of rows.entries) addEntryChange(tally, entry, undefined);
  add(tally, 'papers', -rows.papers.length);
  await db.papers.bulkDelete(rows.papers.map(({ id }) => id));
  await db.entries.bulkDelete(rows.entries.map(({ paperId }) => paperId));
  const digests = await deleteSightings(db, rows.sightings, tally);
  await applyTally(db, tally);
  return digests;
}
