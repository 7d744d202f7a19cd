import { isTouched } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import { applyChanges, PAPER_TABLES } from './apply-changes.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { membersOf } from './digest-members.ts';
import { entryFrom, type HeldEntry, type HeldPaper } from './held.ts';
import { preloadedDigests } from './preload.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

/** How many papers clearing the examples would take out: seen nowhere else, and the user has said nothing of them. */
export async function countExamples(db: GleanerDatabase): Promise<number> {
  return db.transaction('r', [...EXAMPLE_TABLES], async () => (await findExamples(db)).filter(isClearable).length);
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
  return db.transaction('rw', [...PAPER_TABLES, ...STEP_TABLES], async () => {
    const examples = await findExamples(db);
    const clearing = examples.filter(isClearable);
    const tally: Tally = new Map();
    const gone = <Row>(row: (example: Example) => Row) =>
      new Map(clearing.map((example) => [example.id, { before: row(example), after: undefined }]));
    const changes = { papers: gone(({ paper }) => paper), entries: gone(({ entry }) => entry) };
    const digests = await applyChanges(db, changes, tally);
    await applyTally(db, tally);
    const deleted = {
      papers: clearing.map(({ paper: { descriptions } }) => ({ descriptions })),
      entries: clearing.map(({ entry: { names, addedAt, order } }) => ({ names, addedAt, order })),
      sightings: clearing.flatMap(({ paper }) => paper.sightings),
      words: clearing.flatMap(({ entry }) => entry.words),
      digests,
    };
    const row = { action: 'clear-examples' as const, at: nowMs, count: clearing.length };
    const step = await recordStep(
      db,
      row,
      { deleted },
      clearing.map(({ id }) => id),
    );
    return { step, cleared: clearing.length, kept: examples.length - clearing.length };
  });
}

interface Example {
  id: PaperId;
  paper: HeldPaper;
  entry: HeldEntry;
}

const EXAMPLE_TABLES = ['paperPacks', 'entryPacks', 'members', 'meta'] as const;

/** Papers on the list that were seen in nothing but the digests that came with Gleaner. */
async function findExamples(db: GleanerDatabase): Promise<Example[]> {
  const keys = await preloadedDigests(db);
  const preloaded = new Set(keys);
  const ids = await membersOf(db, keys);
  const [papers, entries] = await Promise.all([db.papers.get(ids), db.entries.get(ids)]);
  return [...papers].flatMap(([id, paper]) => {
    const entry = entries.get(id);
    const isElsewhere = paper.sightings.some(({ digestKey }) => !preloaded.has(digestKey));
    return entry && !isElsewhere && !entryFrom(id, entry).removed ? [{ id, paper, entry }] : [];
  });
}

function isClearable({ id, entry }: Example): boolean {
  return !isTouched(entryFrom(id, entry));
}
