import { type Digest, dateText, type Sighting } from '../domain/digest.ts';
import type { PaperId } from '../domain/paper.ts';
import { type Asker, pageName, type Remembered } from '../domain/recalled.ts';
import { WEB } from '../domain/sites.ts';
import type { GleanerDatabase } from './database.ts';
import { membersOf } from './digest-members.ts';
import { entryFrom, type HeldEntry, type HeldPaper } from './held.ts';

/** The tables from which a digest's papers are recalled. */
const RECALL_TABLES = ['members', 'paperPacks', 'entryPacks', 'digests'] as const;

/**
 * What the library knows of every paper that was seen in a digest, by the names under which it was seen there.
 * @returns nothing for a digest that the library does not hold, or that another page than the asking one has shown
 */
export async function recall(db: GleanerDatabase, digestKey: string, asker: Asker): Promise<Remembered[]> {
  return db.transaction('r', [...RECALL_TABLES], async () => {
    const named = await papersInDigest(db, digestKey, asker);
    const papers = await db.papers.get(named.values());
    const entries = await db.entries.get(papers.keys());
    const digests = await digestsOf(db, papers.values());
    return [...named].flatMap(([name, id]) => {
      const [paper, entry] = [papers.get(id), entries.get(id)];
      return paper && entry ? remembered(name, { id, paper, entry }, digests) : [];
    });
  });
}

/**
 * The papers of a digest by the names that they have there, inside a running transaction. A name that two of them have
 * is left out: nothing may be said of the wrong one.
 */
export async function papersInDigest(
  db: GleanerDatabase,
  digestKey: string,
  asker: Asker,
): Promise<Map<string, PaperId>> {
  const digest = await db.digests.get(digestKey);
  if (!digest || !isShownBy(digest, asker)) return new Map();
  const papers = await db.papers.get(await membersOf(db, [digestKey]));
  const all = [...papers].flatMap(([id, paper]) => [...namesThere(paper, digestKey)].map((name) => ({ name, id })));
  const byName = Map.groupBy(all, ({ name }) => name);
  return new Map(
    [...byName].flatMap(([name, [only, ...more]]) => (only && more.length === 0 ? [[name, only.id]] : [])),
  );
}

/** Pages of no known site share one: there the host decides whose a digest is. */
function isShownBy({ site, url }: Digest, asker: Asker): boolean {
  return site === asker.site && (site !== WEB || URL.parse(url ?? '')?.host === asker.host);
}

function namesThere({ descriptions, sightings }: HeldPaper, digestKey: string): Set<string> {
  const used = new Set(sightings.filter((sighting) => sighting.digestKey === digestKey).map(({ as }) => as));
  const there = descriptions.filter(({ key }) => used.has(key));
  return new Set(there.map(({ identifiers, facts }) => pageName({ identifiers, title: facts.title })));
}

interface Whole {
  id: PaperId;
  paper: HeldPaper;
  entry: HeldEntry;
}

function remembered(name: string, { id, paper, entry }: Whole, digests: ReadonlyMap<string, Digest>): Remembered[] {
  const earliest = first(paper.sightings, digests);
  if (!earliest) return [];
  const { site, kind, date } = earliest.digest;
  const { status, starred, removed } = entryFrom(id, entry);
  const count = new Set(paper.sightings.map(({ digestKey }) => digestKey)).size;
  const firstSeen = { site, kind, ...(date && { date }) };
  return [{ name, firstSeenAt: earliest.seenAt, firstSeen, digests: count, status, starred, removed }];
}

/** The first sighting. Digests that came at one moment, as out of a package, are in the order of their dates. */
function first(
  sightings: readonly Sighting[],
  digests: ReadonlyMap<string, Digest>,
): { seenAt: string; digest: Digest } | undefined {
  const seen = sightings.flatMap(({ digestKey, seenAt }) => {
    const digest = digests.get(digestKey);
    return digest
      ? { seenAt, digest, order: `${seenAt} ${digest.date ? dateText(digest.date) : ''} ${digestKey}` }
      : [];
  });
  return seen.sort((a, b) => (a.order < b.order ? -1 : 1))[0];
}

async function digestsOf(db: GleanerDatabase, papers: Iterable<HeldPaper>): Promise<Map<string, Digest>> {
  const keys = new Set([...papers].flatMap(({ sightings }) => sightings.map(({ digestKey }) => digestKey)));
  const digests = await db.digests.bulkGet([...keys]);
  return new Map(digests.flatMap((digest) => (digest ? [[digest.key, digest] as const] : [])));
}
