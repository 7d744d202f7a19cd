import type { Digest } from '../domain/digest.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Entry } from '../domain/shelf.ts';
import { cellsOf } from './cells.ts';
import { COLUMN_KINDS, changeColumn } from './columns.ts';
import { add, addEntryChange, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { changeDigests, type SightingShift, sightingShift } from './digest-members.ts';
import { entryFrom, type HeldEntry, type HeldPaper } from './held.ts';
import { changeKeys, type KeyChange, keysOf } from './keys.ts';

/** A row before and after; undefined where there is none. */
export interface Change<Row> {
  before: Row | undefined;
  after: Row | undefined;
}

/** What becomes of papers. One of which nothing is said here stays as it is. */
export interface Changes {
  papers: ReadonlyMap<PaperId, Change<HeldPaper>>;
  entries: ReadonlyMap<PaperId, Change<HeldEntry>>;
}

/** The tables that `applyChanges` reads and writes. */
export const PAPER_TABLES = [
  'paperPacks',
  'entryPacks',
  'columns',
  'keyBuckets',
  'digests',
  'members',
  'counters',
  'meta',
] as const;

/**
 * The one door by which papers and words are written, inside the running transaction over `PAPER_TABLES`. Whatever
 * follows from them is kept true here and nowhere else: keys, columns, members and sizes of digests, counters, and what
 * the search index has to look at again.
 * @param told how much of the papers is written
 * @returns the digests that lost sightings, as they were before; those that have none left are gone
 */
export async function applyChanges(
  db: GleanerDatabase,
  { papers, entries }: Changes,
  tally: Tally,
  told?: (done: number, total: number) => void,
): Promise<Digest[]> {
  if (papers.size === 0 && entries.size === 0) return [];
  const shift = sightingShift(papers);
  const { shrunk, siteOf } = await changeDigests(db, shift, tally);
  const said = putTogether(entries);
  countChanges(papers, said, shift, tally);
  // The long records last: a browser reads its newest 4 MB again when it opens a database, record by record, and after an
  // import of thousands of papers that is much sooner done with a hundred long ones than with ten thousand short ones.
  await changeKeys(db, ...keyChanges(papers));
  const cells = await cellsOf(db, { papers, entries: said }, siteOf);
  for (const kind of COLUMN_KINDS) if (cells[kind].length > 0) await changeColumn(db, kind, cells[kind]);
  await countGeneration(db);
  await db.entries.put(afterwards(entries));
  await db.papers.put(afterwards(papers), told);
  return shrunk;
}

function afterwards<Row>(changes: ReadonlyMap<PaperId, Change<Row>>): Map<PaperId, Row | undefined> {
  return new Map([...changes].map(([id, { after }]) => [id, after]));
}

/** Entries with what the user said put together. */
function putTogether(entries: Changes['entries']): Map<PaperId, Change<Entry>> {
  return new Map(
    [...entries].map(([id, { before, after }]) => [
      id,
      { before: before && entryFrom(id, before), after: after && entryFrom(id, after) },
    ]),
  );
}

function countChanges(
  papers: Changes['papers'],
  entries: ReadonlyMap<PaperId, Change<Entry>>,
  { sightings }: SightingShift,
  tally: Tally,
): void {
  for (const { before, after } of papers.values()) add(tally, 'papers', (after ? 1 : 0) - (before ? 1 : 0));
  add(tally, 'sightings', sightings);
  for (const { before, after } of entries.values()) addEntryChange(tally, before, after);
}

function keyChanges(papers: Changes['papers']): [gone: KeyChange[], come: KeyChange[]] {
  const gone: KeyChange[] = [];
  const come: KeyChange[] = [];
  for (const [id, { before, after }] of papers) {
    if (before && before.descriptions === after?.descriptions) continue;
    const [old, now] = [keysOf(before), keysOf(after)];
    for (const key of old) if (!now.has(key)) gone.push([key, id]);
    for (const key of now) if (!old.has(key)) come.push([key, id]);
  }
  return [gone, come];
}

/** Raised with every change, so that a long reading in several transactions notices one that came in between. */
async function countGeneration(db: GleanerDatabase): Promise<void> {
  await db.meta.put({ key: 'generation', value: (await readGeneration(db)) + 1 });
}

/** How often papers or words have changed. */
export async function readGeneration(db: GleanerDatabase): Promise<number> {
  const row = await db.meta.get('generation');
  return typeof row?.value === 'number' ? row.value : 0;
}
