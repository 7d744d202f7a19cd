import { type Description, lookupKeys, type PaperRow } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import { mergeEntries } from '../domain/entry.ts';
import type { Apart } from '../domain/identity.ts';
import { joinDigests, joinSightings } from '../domain/join-sightings.ts';
import type { PaperId } from '../domain/paper.ts';
import { type Settlement, settle } from '../domain/settlement.ts';
import type { Entry } from '../domain/shelf.ts';
import { add, addEntryChange, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { dissolveMerges } from './dissolve.ts';
import { fromEntryRow, toEntryRow } from './entry-row.ts';

/** Descriptions and sightings on their way into the library, from a page, a file, or an undo. */
export interface Batch {
  descriptions: readonly Description[];
  digests: readonly Digest[];
  sightings: readonly Omit<Sighting, 'paperId'>[];
  /** ISO instant written to merges. */
  at: string;
  /** The entry of a paper that is not on the shelf yet, given the keys of its descriptions. */
  entryFor(paperId: PaperId, keys: readonly string[]): Entry;
}

/**
 * Takes a batch in. Must run inside a writing transaction over `ADMIT_TABLES`. It adds entries and joins those of two
 * papers that turned out to be one; it has no way to change any other word of the user.
 */
export async function admit(db: GleanerDatabase, batch: Batch, tally: Tally): Promise<Settlement> {
  const stored = await relatedPapers(db, batch.descriptions);
  const apart = await setApart(db, stored, batch.descriptions);
  const settlement = settle(stored, batch.descriptions, apart, newPaperId);
  await applySettlement(db, settlement, stored, batch, tally);
  await putSightings(db, batch, settlement.homes, tally);
  return settlement;
}

/** The tables that `admit` reads and writes. */
export const ADMIT_TABLES = ['papers', 'entries', 'digests', 'sightings', 'merges', 'apart', 'counters'] as const;

/** A fresh, opaque paper id: 16 characters, 80 random bits. */
export function newPaperId(): PaperId {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return bits.toString(32).padStart(16, '0');
}

/** Every stored paper that shares a key with these descriptions, directly or through other papers. */
async function relatedPapers(db: GleanerDatabase, descriptions: readonly Description[]): Promise<PaperRow[]> {
  const found = new Map<PaperId, PaperRow>();
  const asked = new Set<string>();
  let keys = descriptions.flatMap(lookupKeys);
  while (keys.length > 0) {
    for (const key of keys) asked.add(key);
    const rows = await papersUnder(db, keys, found);
    for (const row of rows) found.set(row.id, row);
    keys = [...new Set(rows.flatMap((row) => row.keys))].filter((key) => !asked.has(key));
  }
  return [...found.values()];
}

/**
 * The papers under these keys that are not among the known ones. One request a key, all under way at once: they are
 * answered together, where a cursor that jumps from key to key waits for each.
 */
async function papersUnder(
  db: GleanerDatabase,
  keys: readonly string[],
  known: ReadonlyMap<PaperId, PaperRow>,
): Promise<PaperRow[]> {
  const ids = await Promise.all(keys.map((key) => db.papers.where('keys').equals(key).primaryKeys()));
  const fresh = [...new Set(ids.flat())].filter((id) => !known.has(id));
  return (await db.papers.bulkGet(fresh)).flatMap((row) => row ?? []);
}

async function setApart(
  db: GleanerDatabase,
  stored: readonly PaperRow[],
  incoming: readonly Description[],
): Promise<Apart[]> {
  // The user sets few papers apart, so all of them are read sooner than each key is asked for.
  const keys = new Set([...stored.flatMap((row) => row.descriptions), ...incoming].map(({ key }) => key));
  const rows = await db.apart.toArray();
  return rows.map((row) => row.keys).filter(([a, b]) => keys.has(a) && keys.has(b));
}

/** Writes papers, entries and merges as settled, and moves the sightings of descriptions that changed their paper. */
export async function applySettlement(
  db: GleanerDatabase,
  settlement: Settlement,
  stored: readonly PaperRow[],
  batch: Pick<Batch, 'at' | 'entryFor'>,
  tally: Tally,
): Promise<void> {
  await recordUnions(db, settlement, stored, batch.at, tally);
  const returned = await dissolveMerges(db, settlement, stored, tally);
  await db.papers.bulkDelete(settlement.dropped);
  await db.papers.bulkPut(settlement.rows);
  add(tally, 'papers', settlement.created.size - settlement.dropped.length);
  const entries = settlement.rows
    .filter((row) => settlement.created.has(row.id))
    .map(
      (row) =>
        returned.get(row.id) ??
        batch.entryFor(
          row.id,
          row.descriptions.map(({ key }) => key),
        ),
    );
  for (const entry of entries) addEntryChange(tally, undefined, entry);
  await db.entries.bulkAdd(entries.map(toEntryRow));
  await moveSightings(db, settlement.homes, stored);
}

async function recordUnions(
  db: GleanerDatabase,
  settlement: Settlement,
  stored: readonly PaperRow[],
  at: string,
  tally: Tally,
): Promise<void> {
  const rowOf = new Map(stored.map((row) => [row.id, row]));
  for (const { kept, absorbed, because } of settlement.unions) {
    const [keptRow, absorbedRow] = [rowOf.get(kept), rowOf.get(absorbed)];
    const [keptEntry, absorbedEntry] = await db.entries.bulkGet([kept, absorbed]);
    if (!keptRow || !absorbedRow || !keptEntry || !absorbedEntry) throw new Error('A merged paper has no row or entry');
    const merged = mergeEntries(fromEntryRow(keptEntry), fromEntryRow(absorbedEntry));
    await db.merges.add({
      at,
      kept: { row: keptRow, entry: fromEntryRow(keptEntry) },
      absorbed: { row: absorbedRow, entry: fromEntryRow(absorbedEntry) },
      because,
    });
    await db.entries.delete(absorbed);
    await db.entries.put(toEntryRow(merged));
    addEntryChange(tally, absorbedEntry, undefined);
    addEntryChange(tally, keptEntry, merged);
    add(tally, 'merges', 1);
  }
}

async function moveSightings(
  db: GleanerDatabase,
  homes: ReadonlyMap<string, PaperId>,
  stored: readonly PaperRow[],
): Promise<void> {
  const left = stored.filter((row) => row.descriptions.some(({ key }) => homes.get(key) !== row.id));
  if (left.length === 0) return;
  const sightings = await db.sightings
    .where('paperId')
    .anyOf(left.map((row) => row.id))
    .toArray();
  const moved = sightings.flatMap((sighting) => {
    const home = homes.get(sighting.as);
    return home && home !== sighting.paperId ? [{ ...sighting, paperId: home }] : [];
  });
  await db.sightings.bulkPut(moved);
}

async function putSightings(
  db: GleanerDatabase,
  batch: Batch,
  homes: ReadonlyMap<string, PaperId>,
  tally: Tally,
): Promise<void> {
  const offered = new Map<string, Sighting>();
  for (const seen of batch.sightings) {
    const paperId = homes.get(seen.as);
    if (!paperId) throw new Error('A sighting has no paper');
    const slot = JSON.stringify([seen.digestKey, seen.as]);
    const other = offered.get(slot);
    // A paper listed twice in one digest stands at its better place.
    offered.set(slot, other && other.rank <= seen.rank ? other : { ...seen, paperId });
  }
  const sightings = [...offered.values()];
  const known = await db.sightings.bulkGet(sightings.map(({ digestKey, as }) => [digestKey, as]));
  await db.sightings.bulkPut(
    sightings.map((seen, index) => {
      const before = known[index];
      return before ? { ...joinSightings(before, seen), paperId: seen.paperId } : seen;
    }),
  );
  const fresh = sightings.filter((_, index) => !known[index]);
  add(tally, 'sightings', fresh.length);
  await putDigests(db, batch.digests, fresh, tally);
}

async function putDigests(
  db: GleanerDatabase,
  digests: readonly Digest[],
  fresh: readonly Sighting[],
  tally: Tally,
): Promise<void> {
  for (const digest of digests) {
    const known = await db.digests.get(digest.key);
    const size = (known?.size ?? 0) + fresh.filter(({ digestKey }) => digestKey === digest.key).length;
    await db.digests.put({ ...(known ? joinDigests(known, digest) : digest), size });
    if (!known) add(tally, 'digests', 1);
  }
}
