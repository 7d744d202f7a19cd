import type { Progress } from '../domain/backup.ts';
import type { Sighting } from '../domain/digest.ts';
import { earlierPlace, type Place, placeAt } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { Words } from '../domain/words.ts';
import { applyChanges, type Change } from './apply-changes.ts';
import { add, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { type HeldEntry, type HeldPaper, namesIn } from './held.ts';
import { addSightings, settledSightings } from './settled-sightings.ts';
import { addWords } from './settled-words.ts';

/** What a settlement was made of. */
export interface Ground {
  stored: ReadonlyMap<PaperId, HeldPaper>;
  /** ISO instant written to merges. */
  at: string;
  /** The place of a paper that is not on the shelf yet, given the keys of its descriptions. */
  placeOf(names: readonly string[]): Place;
  /** Sightings and words that come in with it. */
  sightings?: readonly Sighting[];
  words?: readonly Words[];
  progress?: Progress;
}

/**
 * Writes papers and entries as settled, inside the running transaction; sightings and words follow their descriptions.
 * @returns the settlement with the numbers that new papers were given
 */
export async function applySettlement(
  db: GleanerDatabase,
  settled: Settlement,
  ground: Ground,
  tally: Tally,
): Promise<Settlement> {
  const { stored, sightings = [], words = [], progress } = ground;
  const moved = settledSightings(stored, settled.homes);
  const entries = await settledEntries(db, settled, ground, moved);
  await addWords(db, entries, words, settled.homes);
  const renumber = await numberNew(db, settled, entries);
  const settlement = renumbered(settled, renumber);
  await recordUnions(db, settlement, ground, tally);
  const touched = addSightings(mapKeys(moved, renumber), sightings, settlement.homes);
  const changes = {
    papers: paperChanges(settlement, stored, touched),
    entries: mapKeys(entries, renumber),
  };
  await applyChanges(
    db,
    changes,
    tally,
    progress && ((done, total) => progress(scaled(done, total, settlement), settlement.rows.length)),
  );
  const isParted = ([id, paper]: [PaperId, HeldPaper]) =>
    namesIn(paper).some((name) => settlement.homes.get(name) !== id);
  if ([...stored].some(isParted)) await forgetParted(db, settlement.homes, tally);
  return settlement;
}

function scaled(done: number, total: number, { rows }: Settlement): number {
  return Math.floor((done / Math.max(1, total)) * rows.length);
}

function mapKeys<Value>(map: ReadonlyMap<PaperId, Value>, number: (id: PaperId) => PaperId): Map<PaperId, Value> {
  return new Map([...map].map(([id, value]) => [number(id), value]));
}

/**
 * Gives numbers to new papers, in the order of the list: neighbours in the list are neighbours in the database, and of
 * two papers that a search finds equal the greater number is the newer.
 */
async function numberNew(
  db: GleanerDatabase,
  { created }: Settlement,
  entries: ReadonlyMap<PaperId, Change<HeldEntry>>,
): Promise<(id: PaperId) => PaperId> {
  if (created.size === 0) return (id) => id;
  const row = await db.meta.get('papers');
  const last = typeof row?.value === 'number' ? row.value : 0;
  const orderOf = (id: PaperId) => entries.get(id)?.after?.order ?? 0;
  const inOrder = [...created].sort((a, b) => orderOf(a) - orderOf(b) || b - a);
  const numbers = new Map(inOrder.map((id, place) => [id, last + 1 + place]));
  await db.meta.put({ key: 'papers', value: last + inOrder.length });
  return (id) => numbers.get(id) ?? id;
}

function renumbered(settlement: Settlement, number: (id: PaperId) => PaperId): Settlement {
  return {
    ...settlement,
    rows: settlement.rows.map((row) => ({ ...row, id: number(row.id) })),
    homes: new Map([...settlement.homes].map(([name, id]) => [name, number(id)])),
    created: new Set([...settlement.created].map(number)),
    unions: settlement.unions.map((union) => ({ ...union, kept: number(union.kept) })),
  };
}

function paperChanges(
  { rows, dropped }: Settlement,
  stored: Ground['stored'],
  sightings: ReadonlyMap<PaperId, Sighting[]>,
): Map<PaperId, Change<HeldPaper>> {
  const changes = new Map<PaperId, Change<HeldPaper>>();
  const described = new Map(rows.map((row) => [row.id, row.descriptions]));
  for (const id of new Set([...described.keys(), ...sightings.keys()])) {
    const before = stored.get(id);
    const after = {
      descriptions: described.get(id) ?? before?.descriptions ?? [],
      sightings: sightings.get(id) ?? before?.sightings ?? [],
    };
    const isSame = before?.descriptions === after.descriptions && before.sightings === after.sightings;
    if (!isSame) changes.set(id, { before, after });
  }
  for (const id of dropped) changes.set(id, { before: stored.get(id), after: undefined });
  return changes;
}

async function recordUnions(
  db: GleanerDatabase,
  { unions }: Settlement,
  { stored, at }: Ground,
  tally: Tally,
): Promise<void> {
  const namesOf = (id: PaperId) => namesIn(stored.get(id) ?? { descriptions: [] });
  await db.merges.bulkAdd(
    unions.map(({ kept, absorbed, because }) => ({ at, kept: namesOf(kept), absorbed: namesOf(absorbed), because })),
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

/** The entries of papers that go by other names now, and of those that are gone. */
async function settledEntries(
  db: GleanerDatabase,
  settlement: Settlement,
  { stored, placeOf }: Ground,
  sightings: ReadonlyMap<PaperId, Sighting[]>,
): Promise<Map<PaperId, Change<HeldEntry>>> {
  const namesOf = new Map([...stored].map(([id, paper]) => [id, namesIn(paper).join('\n')]));
  const known = new Set([...stored.values()].flatMap(namesIn));
  const changed = settlement.rows.filter((row) => namesIn(row).join('\n') !== namesOf.get(row.id));
  const kept = changed.map(({ id }) => id).filter((id) => stored.has(id));
  const before = await db.entries.get([...kept, ...settlement.dropped]);
  const wordsOf = new Map(
    [...before.values()].flatMap(({ words }) => words.map((row): [string, Words] => [row.key, row])),
  );
  const absorbedBy = Map.groupBy(settlement.unions, (union) => union.kept);
  const placeFor = (id: PaperId, names: readonly string[]): Place => {
    const absorbed = absorbedBy.get(id)?.map((union) => union.absorbed) ?? [];
    const [first, ...others] = [id, ...absorbed].flatMap((one) => before.get(one) ?? []);
    if (first) return others.reduce<Place>(earlierPlace, first);
    const isPart = names.some((name) => known.has(name));
    return (isPart && firstSeen(sightings.get(id) ?? [])) || placeOf(names);
  };
  const changes = new Map<PaperId, Change<HeldEntry>>();
  for (const row of changed) {
    const names = namesIn(row);
    const { addedAt, order } = placeFor(row.id, names);
    const after = { names, addedAt, order, words: names.flatMap((name) => wordsOf.get(name) ?? []) };
    changes.set(row.id, { before: before.get(row.id), after });
  }
  for (const id of settlement.dropped) changes.set(id, { before: before.get(id), after: undefined });
  return changes;
}

/** A paper that was part of another stands where it was first seen itself. */
function firstSeen(sightings: readonly Sighting[]): Place | undefined {
  const [first, ...others] = sightings.map(({ seenAt, rank }) => placeAt(seenAt, rank));
  return first && others.reduce(earlierPlace, first);
}
