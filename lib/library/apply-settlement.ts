import type { Progress } from '../domain/backup.ts';
import type { PaperRow } from '../domain/description.ts';
import { earlierPlace, type Place, placeAt } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { Entry } from '../domain/shelf.ts';
import { add, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { deriveEntries } from './derive-entries.ts';
import { moveSightings } from './sightings.ts';

/** What a settlement was made of. */
export interface Ground {
  stored: readonly PaperRow[];
  /** ISO instant written to merges. */
  at: string;
  /** The place of a paper that is not on the shelf yet, given the keys of its descriptions. */
  placeOf(names: readonly string[]): Place;
  progress?: Progress;
}

/** Rows are written this many at a time, so that a long import can say how far it is. */
const SLICE = 1_000;

/** Writes papers and entries as settled, inside the running transaction; sightings follow their descriptions. */
export async function applySettlement(
  db: GleanerDatabase,
  settlement: Settlement,
  ground: Ground,
  tally: Tally,
): Promise<void> {
  const { stored } = ground;
  const parted = stored.filter((row) => row.descriptions.some(({ key }) => settlement.homes.get(key) !== row.id));
  await recordUnions(db, settlement, ground, tally);
  await db.papers.bulkDelete(settlement.dropped);
  await putPapers(db, settlement.rows, ground);
  add(tally, 'papers', settlement.created.size - settlement.dropped.length);
  await moveSightings(
    db,
    parted.map(({ id }) => id),
    settlement.homes,
  );
  await settleEntries(db, settlement, ground, tally);
  if (parted.length > 0) await forgetParted(db, settlement.homes, tally);
}

/** While the database writes one slice the next is made ready. */
async function putPapers(db: GleanerDatabase, rows: Settlement['rows'], { progress }: Ground): Promise<void> {
  let before: PromiseLike<unknown> | undefined;
  for (let start = 0; start < rows.length; start += SLICE) {
    const writing = db.papers.bulkPut(rows.slice(start, start + SLICE));
    writing.catch(() => undefined); // what it fails with is met where it is waited for
    await before;
    progress?.(start, rows.length);
    before = writing;
  }
  await before;
}

async function recordUnions(
  db: GleanerDatabase,
  { unions }: Settlement,
  { stored, at }: Ground,
  tally: Tally,
): Promise<void> {
  const namesOf = new Map(stored.map((row) => [row.id, namesIn(row)]));
  await db.merges.bulkAdd(
    unions.map(({ kept, absorbed, because }) => ({
      at,
      kept: namesOf.get(kept) ?? [],
      absorbed: namesOf.get(absorbed) ?? [],
      because,
    })),
  );
  add(tally, 'merges', unions.length);
}

/** A merge whose two sides are different papers again is over. */
async function forgetParted(db: GleanerDatabase, homes: ReadonlyMap<string, PaperId>, tally: Tally): Promise<void> {
  const merges = await db.merges.toArray();
  const over = merges.filter(({ kept: [a = ''], absorbed: [b = ''] }) => {
    const [home, other] = [homes.get(a), homes.get(b)];
    return home !== undefined && other !== undefined && home !== other;
  });
  await db.merges.bulkDelete(over.map(({ id }) => id));
  add(tally, 'merges', -over.length);
}

async function settleEntries(
  db: GleanerDatabase,
  settlement: Settlement,
  { stored, placeOf }: Ground,
  tally: Tally,
): Promise<void> {
  const namesOf = new Map(stored.map((row) => [row.id, namesIn(row)]));
  const known = new Set([...namesOf.values()].flat());
  const changed = settlement.rows.filter((row) => namesIn(row).join('\n') !== namesOf.get(row.id)?.join('\n'));
  const kept = changed.map(({ id }) => id).filter((id) => !settlement.created.has(id));
  const entries = await entriesOf(db, [...kept, ...settlement.dropped]);
  const places = changed.map(async (row): Promise<Place> => {
    const absorbed = settlement.unions.filter(({ kept }) => kept === row.id).map((union) => union.absorbed);
    const [first, ...others] = [row.id, ...absorbed].flatMap((id) => entries.get(id) ?? []);
    if (first) return others.reduce<Place>(earlierPlace, first);
    const wasSeen = namesIn(row).some((name) => known.has(name)) && (await firstSeen(db, row.id));
    return wasSeen || placeOf(namesIn(row));
  });
  const placed = await Promise.all(places);
  const gone = settlement.dropped.flatMap((id) => entries.get(id) ?? []);
  await deriveEntries(
    db,
    {
      entries: changed.map((row, index) => ({ row, place: placed[index] ?? placeOf([]), before: entries.get(row.id) })),
      gone,
    },
    tally,
  );
}

async function entriesOf(db: GleanerDatabase, ids: readonly PaperId[]): Promise<Map<PaperId, Entry>> {
  const rows = await db.entries.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.paperId, row] as const] : [])));
}

/** A paper that was part of another stands where it was first seen itself. */
async function firstSeen(db: GleanerDatabase, id: PaperId): Promise<Place | undefined> {
  const sightings = await db.sightings.where('paperId').equals(id).toArray();
  const [first, ...others] = sightings.map(({ seenAt, rank }) => placeAt(seenAt, rank));
  return first && others.reduce(earlierPlace, first);
}

/** The names of a paper's descriptions, in their order. */
function namesIn(row: PaperRow): string[] {
  return row.descriptions.map(({ key }) => key);
}
