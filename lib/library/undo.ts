import type { Sighting } from '../domain/digest.ts';
import { placeAt } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import { ADMIT_TABLES, admit } from './admit.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, Reversal } from './database.ts';
import { idsNamed } from './keys.ts';
import { putTogether } from './merges.ts';
import { retract } from './retract.ts';
import { type NamedWords, sayWords } from './say-words.ts';
import { STEP_TABLES, stepOf, type UndoStep } from './steps.ts';

/**
 * Takes back the last action of the user that is not taken back yet, in one transaction.
 * A step with a `wayBack` is returned and left as it is: its way back is a local backup, which the caller restores.
 * @returns the step that was undone; undefined when there is none
 */
export async function undoLast(db: GleanerDatabase, nowMs: number): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...ADMIT_TABLES, ...STEP_TABLES], async () => {
    const row = await db.undo.orderBy('id').last();
    if (!row || row.wayBack !== undefined) return row && stepOf(row, []);
    const reversal = await db.reversals.get(row.id);
    await Promise.all([db.undo.delete(row.id), db.reversals.delete(row.id)]);
    return stepOf(row, [...new Set(await takeBack(db, reversal ?? {}, nowMs))]);
  });
}

async function takeBack(db: GleanerDatabase, row: Reversal, nowMs: number): Promise<PaperId[]> {
  if (row.deleted) return bringBack(db, row.deleted, nowMs);
  if (row.brought) return retract(db, row.brought, nowMs);
  if (row.apart) return putTogether(db, row.apart, nowMs);
  return sayAgain(db, row.before ?? [], nowMs);
}

/** Words that are said again are a change like any other: on another machine, too, they are the last word. */
async function sayAgain(db: GleanerDatabase, before: readonly NamedWords[], nowMs: number): Promise<PaperId[]> {
  const homes = await idsNamed(
    db,
    before.map(({ key }) => key),
  );
  const entries = await db.entries.get(homes.values());
  const said = Map.groupBy(before, ({ key }) => homes.get(key));
  const sayings = new Map([...entries].map(([id, entry]) => [id, { entry, changes: said.get(id) ?? [] }]));
  const tally: Tally = new Map();
  await sayWords(db, sayings, nowMs, tally);
  await applyTally(db, tally);
  return [...sayings.keys()];
}

/**
 * Brings deleted rows back by the same way as a capture comes in, because a page may have brought one of the papers
 * anew in the meantime. A paper that is wholly gone gets its old place back.
 */
async function bringBack(
  db: GleanerDatabase,
  deleted: NonNullable<Reversal['deleted']>,
  nowMs: number,
): Promise<PaperId[]> {
  const tally: Tally = new Map();
  const at = new Date(nowMs).toISOString();
  const placeOf = new Map(deleted.entries.flatMap((entry) => entry.names.map((name) => [name, entry])));
  const { homes } = await admit(
    db,
    {
      at,
      descriptions: deleted.papers.flatMap((row) => row.descriptions),
      digests: deleted.digests.map((digest) => ({ ...digest, size: 0 })),
      sightings: deleted.sightings.map(ownFields),
      words: deleted.words ?? [],
      placeOf: (keys) => keys.map((key) => placeOf.get(key)).find((place) => place !== undefined) ?? placeAt(at, 0),
    },
    tally,
  );
  await applyTally(db, tally);
  return deleted.papers.flatMap((row) => homes.get(row.descriptions[0]?.key ?? '') ?? []);
}

/** Steps of the first versions kept the number of the paper with its sightings. */
function ownFields(sighting: Sighting & { paperId?: unknown }): Sighting {
  const { paperId: _paperId, ...own } = sighting;
  return own;
}
