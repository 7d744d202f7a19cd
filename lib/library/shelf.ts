import { tick } from '../domain/clock.ts';
import { newEntry } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Entry, UserField, UserWords } from '../domain/shelf.ts';
import { ADMIT_TABLES, admit } from './admit.ts';
import { addEntryChange, applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, UndoAction, UndoRow } from './database.ts';
import { fromEntryRow, toEntryRow } from './entry-row.ts';

/** What the user may change of papers in a list. */
export type EntryChange = Partial<Pick<UserWords, 'status' | 'starred' | 'removed'>>;

/** One action of the user that can be undone. */
export type UndoStep = Pick<UndoRow, 'id' | 'action' | 'status' | 'starred' | 'at'> & { paperIds: PaperId[] };

const STEPS_KEPT = 100;

/**
 * Changes what the user says of papers, in one transaction that also records the way back.
 * @param nowMs milliseconds since 1970
 * @returns the step to undo; undefined when nothing changed, or no such paper is there
 */
export async function changeEntries(
  db: GleanerDatabase,
  paperIds: readonly PaperId[],
  change: EntryChange,
  nowMs: number,
): Promise<UndoStep | undefined> {
  return db.transaction('rw', [db.entries, db.counters, db.undo, db.meta], async () => {
    const before = await writeWords(
      db,
      paperIds.map((paperId) => ({ paperId, words: change })),
      nowMs,
    );
    if (before.length === 0) return undefined;
    return recordStep(db, { action: actionOf(change), at: nowMs, before, ...shownWords(change) });
  });
}

function actionOf(change: EntryChange): UndoAction {
  if (change.removed !== undefined) return 'remove';
  return change.status === undefined ? 'star' : 'status';
}

function shownWords(change: EntryChange): Pick<UndoRow, 'status' | 'starred'> {
  const shown: Pick<UndoRow, 'status' | 'starred'> = {};
  if (change.status !== undefined) shown.status = change.status;
  if (change.starred !== undefined) shown.starred = change.starred;
  return shown;
}

/** Writes words with a fresh clock each and returns what stood there before, for the entries that did change. */
async function writeWords(
  db: GleanerDatabase,
  changes: readonly { paperId: PaperId; words: Partial<UserWords> }[],
  nowMs: number,
): Promise<UndoRow['before']> {
  const rows = await db.entries.bulkGet(changes.map(({ paperId }) => paperId));
  const clock = await nextClock(db, nowMs);
  const tally: Tally = new Map();
  const before: UndoRow['before'] = [];
  const after: Entry[] = [];
  changes.forEach(({ paperId, words }, index) => {
    const row = rows[index];
    if (!row) return;
    const entry = fromEntryRow(row);
    const differing = (Object.keys(words) as UserField[]).filter((field) => !same(entry[field], words[field]));
    if (differing.length === 0) return;
    before.push({ paperId, words: pick(entry, differing) });
    const changed = { ...entry.changed, ...Object.fromEntries(differing.map((field) => [field, clock])) };
    const next: Entry = { ...entry, ...pick(words, differing), changed };
    addEntryChange(tally, entry, next);
    after.push(next);
  });
  await db.entries.bulkPut(after.map(toEntryRow));
  await applyTally(db, tally);
  return before;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pick(words: Partial<UserWords>, fields: readonly UserField[]): Partial<UserWords> {
  return Object.fromEntries(fields.map((field) => [field, words[field]]));
}

/** The next clock of this device; the device gets its name at the first change. */
async function nextClock(db: GleanerDatabase, nowMs: number): Promise<string> {
  const [device, last] = await db.meta.bulkGet(['device', 'clock']);
  const name = typeof device?.value === 'string' ? device.value : crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const clock = tick(typeof last?.value === 'string' ? last.value : undefined, nowMs, name);
  await db.meta.bulkPut([
    { key: 'device', value: name },
    { key: 'clock', value: clock },
  ]);
  return clock;
}

/** Records a step of the user inside the running transaction, and lets go of the oldest ones. */
export async function recordStep(db: GleanerDatabase, row: Omit<UndoRow, 'id'>): Promise<UndoStep> {
  const id = await db.undo.add(row);
  await db.undo
    .where('id')
    .belowOrEqual(id - STEPS_KEPT)
    .delete();
  return stepOf({ ...row, id });
}

function stepOf({ id, action, at, status, starred, before, deleted }: UndoRow): UndoStep {
  const paperIds = deleted ? deleted.papers.map((row) => row.id) : before.map(({ paperId }) => paperId);
  return {
    id,
    action,
    at,
    paperIds,
    ...(status === undefined ? {} : { status }),
    ...(starred === undefined ? {} : { starred }),
  };
}

/**
 * Takes back the last action of the user that is not taken back yet.
 * @returns the step that was undone; undefined when there is none
 */
export async function undoLast(db: GleanerDatabase, nowMs: number): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...ADMIT_TABLES, 'undo', 'meta'], async () => {
    const row = await db.undo.orderBy('id').last();
    if (!row) return undefined;
    await db.undo.delete(row.id);
    await writeWords(db, row.before, nowMs);
    const restored = row.deleted ? await restore(db, row.deleted, nowMs) : [];
    const step = stepOf(row);
    return row.deleted ? { ...step, paperIds: restored } : step;
  });
}

/**
 * Brings deleted rows back by the same way as a capture comes in, because a page may have brought one of the papers
 * anew in the meantime. A paper that is wholly gone gets its old entry back.
 */
async function restore(
  db: GleanerDatabase,
  deleted: NonNullable<UndoRow['deleted']>,
  nowMs: number,
): Promise<PaperId[]> {
  const tally: Tally = new Map();
  const at = new Date(nowMs).toISOString();
  const entryOf = new Map(deleted.entries.map((entry) => [entry.paperId, entry]));
  const ownerOf = new Map(deleted.papers.flatMap((row) => row.descriptions.map(({ key }) => [key, row.id] as const)));
  const { homes } = await admit(
    db,
    {
      at,
      descriptions: deleted.papers.flatMap((row) => row.descriptions),
      digests: deleted.digests.map((digest) => ({ ...digest, size: 0 })),
      sightings: deleted.sightings,
      entryFor: (paperId, keys) => {
        const old = keys.map((key) => entryOf.get(ownerOf.get(key) ?? '')).find((entry) => entry !== undefined);
        return old ? { ...old, paperId } : newEntry(paperId, at, 0);
      },
    },
    tally,
  );
  await applyTally(db, tally);
  return [...new Set(deleted.papers.map((row) => homes.get(row.descriptions[0]?.key ?? '') ?? row.id))];
}
