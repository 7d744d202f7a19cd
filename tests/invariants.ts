import { expect } from 'vitest';
import { lookupKeys } from '../lib/domain/description.ts';
import type { Digest } from '../lib/domain/digest.ts';
import type { PaperId } from '../lib/domain/paper.ts';
import { resolvePaper } from '../lib/domain/resolve.ts';
import type { Entry } from '../lib/domain/shelf.ts';
import { readColumn, STATE, statusIn } from '../lib/library/columns.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { entryFrom, type HeldEntry, type HeldPaper, namesIn } from '../lib/library/held.ts';
import { BUCKETS, keyHash, papersUnder } from '../lib/library/keys.ts';
import { listTags } from '../lib/library/queries.ts';
import { readSiteBits } from '../lib/library/site-bits.ts';
import { readCounters } from '../lib/library/summary.ts';
import { everyHeldEntry, everyPaper } from './library.ts';

/** What must hold of a library after whatever was done to it: all that follows from papers and words, made anew. */
export async function expectSound(db: GleanerDatabase): Promise<void> {
  const [papers, held, digests] = await Promise.all([everyPaper(db), everyHeldEntry(db), db.digests.toArray()]);
  const entries = [...held].map(([id, entry]) => entryFrom(id, entry));
  expect(entries.map(({ paperId }) => paperId).sort(), 'one entry a paper').toEqual([...papers.keys()].sort());
  await expectNames(db, papers, held);
  await expectKeys(db, papers);
  await expectDigests(db, papers, digests);
  await expectColumns(db, papers, { entries, digests });
  await expectCounters(db, papers, entries);
}

async function expectNames(
  db: GleanerDatabase,
  papers: ReadonlyMap<PaperId, HeldPaper>,
  held: ReadonlyMap<PaperId, HeldEntry>,
): Promise<void> {
  const names = [...papers.values()].flatMap(namesIn);
  expect(new Set(names).size, 'a description belongs to one paper').toBe(names.length);
  for (const [id, { words, ...entry }] of held) {
    const own = namesIn(papers.get(id) ?? { descriptions: [] });
    expect(entry.names, `the names of ${own}`).toEqual(own);
    const spoken = words.map(({ key }) => key);
    expect(spoken, 'words stand under names of their paper').toEqual(own.filter((name) => spoken.includes(name)));
  }
  const last = (await db.meta.get('papers'))?.value ?? 0;
  expect(Math.max(0, ...papers.keys()), 'the last number given').toBeLessThanOrEqual(Number(last));
}

async function expectKeys(db: GleanerDatabase, papers: ReadonlyMap<PaperId, HeldPaper>): Promise<void> {
  const keysOf = ({ descriptions }: HeldPaper) => [...new Set(descriptions.flatMap(lookupKeys))];
  const all = [...papers].flatMap(([id, paper]) => keysOf(paper).map((key) => [key, id] as const));
  const printed = (await db.keyBuckets.toArray()).flatMap(({ bucket, prints }) => printsIn(bucket, prints));
  const due = all.map(([key, id]) => printOf(keyHash(key), id));
  expect(printed.sort(), 'keys that are looked up').toEqual(due.sort());
  const keys = all.map(([key]) => key);
  const found = await papersUnder(db, keys);
  expect([...found.keys()].sort(), 'the papers under all keys').toEqual([...new Set(all.map(([, id]) => id))].sort());
}

/** A key of a paper as it is stored: the bucket in which it is looked up, its hash and the paper. */
function printOf(hash: number, id: PaperId, bucket = hash % BUCKETS): string {
  return `${bucket} ${hash} ${id}`;
}

function printsIn(bucket: number, prints: Uint32Array): string[] {
  const pairs = Array.from({ length: prints.length / 2 }, (_, place) => prints.subarray(2 * place, 2 * place + 2));
  return pairs.map(([hash = 0, id = 0]) => printOf(hash, id, bucket));
}

async function expectDigests(
  db: GleanerDatabase,
  papers: ReadonlyMap<PaperId, HeldPaper>,
  digests: readonly Digest[],
): Promise<void> {
  const members = new Map((await db.members.toArray()).map(({ digestKey, ids }) => [digestKey, [...ids].sort()]));
  const seen = [...papers].flatMap(([id, { descriptions, sightings }]) =>
    sightings.map((sighting) => ({ id, sighting, isOwn: descriptions.some(({ key }) => key === sighting.as) })),
  );
  const bySite = Map.groupBy(seen, ({ sighting }) => sighting.digestKey);
  for (const { sighting, isOwn } of seen) {
    expect(isOwn, `the paper of sighting ${sighting.as}`).toBe(true);
    expect(Object.keys(sighting)).not.toContain('paperId');
  }
  for (const key of bySite.keys())
    expect(
      digests.some((digest) => digest.key === key),
      `the digest ${key}`,
    ).toBe(true);
  for (const { key, size } of digests) {
    expect(size, `the size of ${key}`).toBe(bySite.get(key)?.length ?? 0);
    const ids = [...new Set(bySite.get(key)?.map(({ id }) => id) ?? [])].sort();
    expect(members.get(key) ?? [], `the members of ${key}`).toEqual(ids);
  }
  expect(members.size).toBe(bySite.size);
}

async function expectColumns(
  db: GleanerDatabase,
  papers: ReadonlyMap<PaperId, HeldPaper>,
  { entries, digests }: { entries: readonly Entry[]; digests: readonly Digest[] },
): Promise<void> {
  const [state, order, upvotes, published, sites] = await Promise.all([
    readColumn(db, 'state'),
    readColumn(db, 'order'),
    readColumn(db, 'upvotes'),
    readColumn(db, 'published'),
    readColumn(db, 'sites'),
  ]);
  const bits = await readSiteBits(db);
  const siteOf = new Map(digests.map(({ key, site }) => [key, site]));
  for (const entry of entries) {
    const id = entry.paperId;
    const paper = papers.get(id) ?? { descriptions: [], sightings: [] };
    const day = resolvePaper({ id, ...paper }).published ?? '';
    const flags = state[id] ?? 0;
    expect({
      status: statusIn(flags),
      starred: Boolean(flags & STATE.starred),
      removed: Boolean(flags & STATE.removed),
      isPresent: Boolean(flags & STATE.present),
      order: order[id],
      upvotes: upvotes[id],
      published: published[id],
      sites: sites[id],
    }).toEqual({
      status: entry.status,
      starred: entry.starred,
      removed: entry.removed,
      isPresent: true,
      order: entry.order,
      upvotes: Math.max(0, ...paper.sightings.map((one) => one.upvotes ?? 0)),
      published: Number(day.replaceAll('-', '').padEnd(8, '0')),
      sites: paper.sightings.reduce((all, one) => all | (bits.get(siteOf.get(one.digestKey) ?? '') ?? 0), 0),
    });
  }
  expect(state.filter((flags) => flags & STATE.present).length, 'papers in the columns').toBe(entries.length);
}

async function expectCounters(
  db: GleanerDatabase,
  papers: ReadonlyMap<PaperId, HeldPaper>,
  entries: readonly Entry[],
): Promise<void> {
  const on = entries.filter(({ removed }) => !removed);
  const status = (name: string) => on.filter((entry) => entry.status === name).length;
  expect(await readCounters(db), 'counters').toEqual({
    unread: status('unread'),
    reading: status('reading'),
    read: status('read'),
    skipped: status('skipped'),
    starred: on.filter(({ starred }) => starred).length,
    removed: entries.length - on.length,
    spoken: entries.filter(({ changed }) => Object.keys(changed).length > 0).length,
    papers: papers.size,
    digests: await db.digests.count(),
    sightings: [...papers.values()].reduce((sum, { sightings }) => sum + sightings.length, 0),
    merges: await db.merges.count(),
  });
  const uses = Map.groupBy(
    on.flatMap(({ tags }) => tags),
    (tag) => tag,
  );
  const tags = new Map((await listTags(db)).map(({ tag, papers: count }) => [tag, count]));
  expect(tags, 'tags in use').toEqual(new Map([...uses].map(([tag, all]) => [tag, all.length])));
}
