import type { Digest } from '../domain/digest.ts';
import type { ListedPaper, Seen, ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { resolvePaper } from '../domain/resolve.ts';
import { orderOf } from '../domain/shelf.ts';
import type { EntryRow, GleanerDatabase } from './database.ts';
import { fromEntryRow } from './entry-row.ts';

const LAST_RANK = Number.POSITIVE_INFINITY;

/**
 * The ids of the papers that pass a filter, newest first. Reads primary keys off indexes that are in order already, no
 * rows and no sorting, so that 10,000 papers are a list in a moment; the rows that are looked at come from `loadListed`.
 */
export async function listPaperIds(db: GleanerDatabase, filter: ShelfFilter): Promise<PaperId[]> {
  const since = filter.addedSince ? orderOf(filter.addedSince, LAST_RANK) : 0;
  const [oldestFirst, ...allowed] = await Promise.all([
    filter.status === 'all' ? everyId(db, since) : shelfIds(db, filter.status, since),
    filter.starred ? starredIds(db) : undefined,
    filter.site || filter.digestKey ? idsInDigests(db, filter) : undefined,
  ]);
  const sets = allowed.filter((ids) => ids !== undefined);
  return oldestFirst.filter((id) => sets.every((ids) => ids.has(id))).reverse();
}

function shelfIds(db: GleanerDatabase, shelf: EntryRow['shelf'], since: number): Promise<PaperId[]> {
  const range = db.entries.where('[shelf+order]').between([shelf, since], [shelf, Number.POSITIVE_INFINITY]);
  return range.primaryKeys();
}

async function everyId(db: GleanerDatabase, since: number): Promise<PaperId[]> {
  const [ids, removed] = await Promise.all([
    db.entries.where('order').aboveOrEqual(since).primaryKeys(),
    shelfIds(db, 'removed', 0),
  ]);
  const gone = new Set(removed);
  return gone.size === 0 ? ids : ids.filter((id) => !gone.has(id));
}

async function starredIds(db: GleanerDatabase): Promise<Set<PaperId>> {
  const range = db.entries.where('[star+order]').between([1, 0], [1, Number.POSITIVE_INFINITY]);
  return new Set(await range.primaryKeys());
}

async function idsInDigests(db: GleanerDatabase, filter: ShelfFilter): Promise<Set<PaperId>> {
  const digests = await db.digests.toArray();
  const meant = digests.filter(
    ({ key, site }) => (!filter.digestKey || key === filter.digestKey) && (!filter.site || site === filter.site),
  );
  const sightings = await Promise.all(
    meant.map(({ key }) => db.sightings.where('[digestKey+as]').between([key, ''], [key, '\uffff']).toArray()),
  );
  return new Set(sightings.flat().map(({ paperId }) => paperId));
}

/** Papers with their entries and sightings, by id. Ids that are not in the library are left out. */
export async function loadListed(db: GleanerDatabase, ids: readonly PaperId[]): Promise<Map<PaperId, ListedPaper>> {
  const [rows, entries, sightings] = await Promise.all([
    db.papers.bulkGet([...ids]),
    db.entries.bulkGet([...ids]),
    db.sightings
      .where('paperId')
      .anyOf([...ids])
      .toArray(),
  ]);
  const digests = await db.digests.bulkGet([...new Set(sightings.map(({ digestKey }) => digestKey))]);
  const digestOf = new Map(digests.flatMap((digest) => (digest ? [[digest.key, digest] as const] : [])));
  const seenOf = new Map<PaperId, Seen[]>();
  for (const sighting of sightings) {
    const digest = digestOf.get(sighting.digestKey);
    if (!digest) continue;
    seenOf.set(sighting.paperId, [...(seenOf.get(sighting.paperId) ?? []), { sighting, digest }]);
  }
  const listed = new Map<PaperId, ListedPaper>();
  ids.forEach((id, index) => {
    const [row, entry] = [rows[index], entries[index]];
    if (!row || !entry) return;
    const seen = onePerDigest(seenOf.get(id) ?? []);
    listed.set(id, { paper: resolvePaper(row), entry: fromEntryRow(entry), seen, names: row.descriptions });
  });
  return listed;
}

/** A digest that named one paper in two ways still saw it once, at its better place. First seen first. */
function onePerDigest(seen: readonly Seen[]): Seen[] {
  const byDigest = new Map<string, Seen>();
  for (const one of [...seen].sort((a, b) => b.sighting.rank - a.sighting.rank)) byDigest.set(one.digest.key, one);
  return [...byDigest.values()].sort(
    (a, b) => a.sighting.seenAt.localeCompare(b.sighting.seenAt) || (a.digest.key < b.digest.key ? -1 : 1),
  );
}

/** All digests, last seen first. */
export async function listDigests(db: GleanerDatabase): Promise<Digest[]> {
  const digests = await db.digests.toArray();
  return digests.sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt) || (a.key < b.key ? -1 : 1));
}
