import { type Description, type PaperRow, paperRow } from '../domain/description.ts';
import type { PaperId } from '../domain/paper.ts';
import { saysNothing } from '../domain/words.ts';
import { digestMark, sightingMark } from './brought.ts';
import { add, addEntryChange, applyTally, type Tally } from './counters.ts';
import type { Brought, Came, GleanerDatabase } from './database.ts';
import { deriveEntries, refreshEntries, saidUnder } from './derive-entries.ts';
import { fromEntryRow } from './entry-row.ts';
import { fingerprint } from './fingerprint.ts';
import { putTogether, resettle } from './merges.ts';
import { papersNamed } from './named.ts';
import { deleteSightings } from './sightings.ts';

/**
 * Takes out what an import brought, and leaves what has come since: a sighting that was seen again, a word that was said
 * since, a paper that another page has shown as well. Runs inside a writing transaction.
 * @returns the papers that were touched and are still there
 */
export async function retract(db: GleanerDatabase, brought: Brought, nowMs: number): Promise<PaperId[]> {
  const tally: Tally = new Map();
  await retractWords(db, brought.words);
  await retractSightings(db, brought, tally);
  const left = await retractDescriptions(db, brought.descriptions, tally);
  const spoken = await papersNamed(
    db,
    brought.words.map(({ key }) => key),
  );
  await refreshEntries(db, [...new Set([...spoken.values()].map(({ id }) => id))], tally);
  await applyTally(db, tally);
  await putTogether(db, brought.apart, nowMs);
  return resettle(
    db,
    left.flatMap((row) => row.descriptions),
    nowMs,
  );
}

async function retractWords(db: GleanerDatabase, came: Brought['words']): Promise<void> {
  const rows = await db.words.bulkGet(came.map(({ key }) => key));
  const still = came.filter(({ mark }, index) => rows[index] && fingerprint(rows[index]) === mark);
  await db.words.bulkPut(still.flatMap(({ before }) => before ?? []));
  await db.words.bulkDelete(still.filter(({ before }) => !before).map(({ key }) => key));
}

async function retractSightings(
  db: GleanerDatabase,
  { sightings, digests }: Pick<Brought, 'sightings' | 'digests'>,
  tally: Tally,
): Promise<void> {
  const rows = await db.sightings.bulkGet(sightings.map(({ key }) => key));
  const still = sightings.flatMap((one, index) => {
    const row = rows[index];
    return row && sightingMark(row) === one.mark ? [{ ...one, row }] : [];
  });
  await db.sightings.bulkPut(still.flatMap(({ before, row }) => (before ? { ...before, paperId: row.paperId } : [])));
  await deleteSightings(
    db,
    still.filter(({ before }) => !before).map(({ row }) => row),
    tally,
  );
  const lists = await db.digests.bulkGet(digests.map(({ key }) => key));
  const unchanged = digests.flatMap((one, index) => {
    const row = lists[index];
    return row && digestMark(row) === one.mark ? [{ ...one, row }] : [];
  });
  await db.digests.bulkPut(unchanged.flatMap(({ before, row }) => (before ? { ...before, size: row.size } : [])));
  const empty = unchanged.filter(({ before, row }) => !before && row.size === 0);
  await db.digests.bulkDelete(empty.map(({ key }) => key));
  add(tally, 'digests', -empty.length);
}

/** @returns the papers that have lost or changed a description and still have one */
async function retractDescriptions(
  db: GleanerDatabase,
  came: Brought['descriptions'],
  tally: Tally,
): Promise<PaperRow[]> {
  const names = came.map(({ key }) => key);
  const papers = [...new Set((await papersNamed(db, names)).values())];
  const ids = papers.map(({ id }) => id);
  const seen = new Set((await db.sightings.where('paperId').anyOf(ids).toArray()).map(({ as }) => as));
  const said = await saidUnder(db, names);
  const cameBy = new Map(came.map((one) => [one.key, one]));
  const isKept = (name: string) => seen.has(name) || !saysNothing(said.get(name) ?? {});
  const reduced = papers.map((row) =>
    paperRow(
      row.id,
      row.descriptions.flatMap((one) => without(one, cameBy.get(one.key), isKept)),
    ),
  );
  const gone = reduced.filter(({ descriptions }) => descriptions.length === 0).map(({ id }) => id);
  const left = reduced.filter(({ descriptions }) => descriptions.length > 0);
  await dropPapers(db, gone, tally);
  await db.words.bulkDelete(
    papers.filter(({ id }) => gone.includes(id)).flatMap((row) => row.descriptions.map(({ key }) => key)),
  );
  await db.papers.bulkPut(left);
  const entries = await db.entries.bulkGet(left.map(({ id }) => id));
  await deriveEntries(
    db,
    {
      entries: left.flatMap((row, index) => {
        const entry = entries[index];
        return entry ? [{ row, place: entry, before: fromEntryRow(entry) }] : [];
      }),
      gone: [],
    },
    tally,
  );
  await forgetMerges(db, left, names, tally);
  return left;
}

/** A description as it was before an import: not at all, as before, or as it is now where somebody has used it since. */
function without(
  now: Description,
  came: Came<string, Description> | undefined,
  isKept: (name: string) => boolean,
): Description[] {
  if (!came) return [now];
  if (!came.before) return isKept(now.key) ? [now] : [];
  return [fingerprint(now) === came.mark ? came.before : now];
}

async function dropPapers(db: GleanerDatabase, ids: readonly PaperId[], tally: Tally): Promise<void> {
  const entries = await db.entries.bulkGet([...ids]);
  for (const entry of entries) addEntryChange(tally, entry, undefined);
  await db.entries.bulkDelete([...ids]);
  await db.papers.bulkDelete([...ids]);
  add(tally, 'papers', -ids.length);
}

/** A merge of which one side is gone is over. */
async function forgetMerges(
  db: GleanerDatabase,
  left: readonly PaperRow[],
  names: readonly string[],
  tally: Tally,
): Promise<void> {
  const standing = new Set(left.flatMap((row) => row.descriptions.map(({ key }) => key)));
  const gone = new Set(names.filter((name) => !standing.has(name)));
  const merges = await db.merges.toArray();
  const over = merges.filter(({ kept, absorbed }) =>
    [kept, absorbed].some((side) => side.every((name) => gone.has(name))),
  );
  await db.merges.bulkDelete(over.map(({ id }) => id));
  add(tally, 'merges', -over.length);
}
