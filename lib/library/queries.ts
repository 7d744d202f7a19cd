import type { Digest, Sighting } from '../domain/digest.ts';
import type { ListedPaper, Seen } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { resolvePaper } from '../domain/resolve.ts';
import type { GleanerDatabase } from './database.ts';
import { entryFrom } from './held.ts';

/** Papers with their entries and sightings, by id. Ids that are not in the library are left out. */
export async function loadListed(db: GleanerDatabase, ids: readonly PaperId[]): Promise<Map<PaperId, ListedPaper>> {
  const [papers, entries] = await Promise.all([db.papers.get(ids), db.entries.get(ids)]);
  const keys = new Set([...papers.values()].flatMap(({ sightings }) => sightings.map(({ digestKey }) => digestKey)));
  const digests = await db.digests.bulkGet([...keys]);
  const digestOf = new Map(digests.flatMap((digest) => (digest ? [[digest.key, digest] as const] : [])));
  const listed = new Map<PaperId, ListedPaper>();
  for (const [id, { descriptions, sightings }] of papers) {
    const entry = entries.get(id);
    if (!entry) continue;
    const paper = resolvePaper({ id, descriptions });
    listed.set(id, {
      paper,
      entry: entryFrom(id, entry),
      seen: onePerDigest(seenIn(sightings, digestOf)),
      names: descriptions,
    });
  }
  return listed;
}

/** The digest in which each paper was seen first, by the rule of `loadListed`; a paper that no digest has is left out. */
export async function firstDigests(db: GleanerDatabase, ids: readonly PaperId[]): Promise<Map<PaperId, string>> {
  const papers = await db.papers.get(ids);
  const keys = new Set([...papers.values()].flatMap(({ sightings }) => sightings.map(({ digestKey }) => digestKey)));
  const digests = await db.digests.bulkGet([...keys]);
  const digestOf = new Map(digests.flatMap((digest) => (digest ? [[digest.key, digest] as const] : [])));
  return new Map(
    [...papers].flatMap(([id, { sightings }]) => {
      const [first] = onePerDigest(seenIn(sightings, digestOf));
      return first ? [[id, first.digest.key] as const] : [];
    }),
  );
}

function seenIn(sightings: readonly Sighting[], digestOf: ReadonlyMap<string, Digest>): Seen[] {
  return sightings.flatMap((sighting) => {
    const digest = digestOf.get(sighting.digestKey);
    return digest ? [{ sighting, digest }] : [];
  });
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

/** Every tag on the list with the number of papers that have it, those used most first. Counted as they change. */
export async function listTags(db: GleanerDatabase): Promise<{ tag: string; papers: number }[]> {
  const rows = await db.counters.where('name').startsWith(TAG).toArray();
  return rows
    .map(({ name, value }) => ({ tag: name.slice(TAG.length), papers: value }))
    .sort((a, b) => b.papers - a.papers || (a.tag < b.tag ? -1 : 1));
}

const TAG = 'tag:';
