import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ShelfFilter } from '../lib/domain/listed-paper.ts';
import { readTextDigest } from '../lib/importers/text-digest.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { clearExamples, countExamples } from '../lib/library/examples.ts';
import { ingest } from '../lib/library/ingest.ts';
import { listPaperIds } from '../lib/library/list-papers.ts';
import { continuePreload, planPreload } from '../lib/library/preload.ts';
import { loadListed } from '../lib/library/queries.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { latestReceipts, readCounters } from '../lib/library/summary.ts';
import { undoLast } from '../lib/library/undo.ts';
import { seedFiles } from '../lib/platform/seed-files.ts';
import { expectSound } from './invariants.ts';
import { captureOf, scraped, withLibrary } from './library.ts';

const ALL: ShelfFilter = { status: 'all', starred: false };

async function readSeed(file: string) {
  const read = await readTextDigest(readFileSync(file, 'utf8'), { seenAt: new Date().toISOString() });
  if (!read.ok) throw new Error(`${file}: ${read.code}`);
  return read.value;
}

async function preload(db: GleanerDatabase): Promise<void> {
  await planPreload(db, seedFiles);
  await continuePreload(db, readSeed);
}

async function titles(db: GleanerDatabase, filter: Partial<ShelfFilter> = {}): Promise<string[]> {
  const ids = await listPaperIds(db, { ...ALL, ...filter });
  const listed = await loadListed(db, ids);
  return ids.map((id) => listed.get(id)?.paper.title ?? '');
}

test('every file under seeds/ is packaged', () => {
  expect(seedFiles.toSorted()).toEqual(readdirSync('seeds').map((name) => `seeds/${name}`));
});

test('the packaged digests are 5 digests, 262 sightings and 181 papers, 55 of them seen more than once', async () => {
  await withLibrary(async (db) => {
    await preload(db);
    expect(await readCounters(db)).toMatchObject({ digests: 5, sightings: 262, papers: 181, unread: 181 });
    const listed = await loadListed(db, await listPaperIds(db, ALL));
    expect([...listed.values()].filter(({ seen }) => seen.length > 1)).toHaveLength(55);
    expect(new Set([...listed.values()].map(({ paper }) => paper.title)).size).toBe(181);
    await expectSound(db);
  });
});

test('preloading goes on where a killed worker left it, and never begins again', async () => {
  await withLibrary(async (db) => {
    await planPreload(db, seedFiles);
    let left = 2;
    const dying = async (file: string) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return readSeed(file);
    };
    await expect(continuePreload(db, dying)).rejects.toThrow('killed');
    await continuePreload(db, readSeed);
    expect(await readCounters(db)).toMatchObject({ digests: 5, sightings: 262, papers: 181 });
    await clearExamples(db, 1);
    await preload(db);
    expect(await readCounters(db)).toMatchObject({ papers: 0, digests: 0 });
  });
});

test('examples are cleared in one step, but for those the user has touched, and come back in one', async () => {
  await withLibrary(async (db) => {
    await preload(db);
    const [first] = await listPaperIds(db, ALL);
    await changeEntries(db, [first ?? 0], { starred: true }, 1);
    const page = scraped({ title: 'Explaining Neural Scaling Laws', identifiers: ['arxiv:2102.06701'] });
    await ingest(db, captureOf([page]));
    expect(await countExamples(db)).toBe(179);
    const before = await canonicalDump(db);
    expect(await clearExamples(db, 2)).toMatchObject({ cleared: 179, kept: 1 });
    expect(await readCounters(db)).toMatchObject({ papers: 2, unread: 2, starred: 1 });
    await expectSound(db);
    await undoLast(db, 3);
    await expectSound(db);
    expect(await canonicalDump(db)).toBe(before);
  });
});

test('an example that a page brought anew after it was cleared is one paper when the clearing is undone', async () => {
  await withLibrary(async (db) => {
    await preload(db);
    await clearExamples(db, 1);
    await ingest(
      db,
      captureOf([scraped({ title: 'Explaining Neural Scaling Laws', identifiers: ['arxiv:2102.06701'] })]),
    );
    expect(await readCounters(db)).toMatchObject({ papers: 1 });
    await undoLast(db, 2);
    expect(await readCounters(db)).toMatchObject({ papers: 181, sightings: 263 });
    await expectSound(db);
  });
});

test('each word of the user is changed, counted, clocked and taken back', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'The First Paper' }), scraped({ title: 'The Second Paper' })]));
    const ids = await listPaperIds(db, ALL);
    const before = (await loadListed(db, ids)).values().next().value?.entry;
    await changeEntries(db, ids, { status: 'reading' }, 1_000);
    await changeEntries(db, ids.slice(0, 1), { starred: true, removed: true }, 1_000);
    expect(await readCounters(db)).toMatchObject({ unread: 0, reading: 1, starred: 0, removed: 1 });
    const [entry] = (await loadListed(db, ids)).values();
    const { status = '', starred = '' } = entry?.entry.changed ?? {};
    expect(starred > status, 'a later change has a later clock, in the same millisecond too').toBe(true);
    expect(await titles(db)).toEqual(['The Second Paper']);
    expect(await undoLast(db, 1_001)).toMatchObject({ action: 'remove', paperIds: [ids[0]] });
    expect(await undoLast(db, 1_002)).toMatchObject({ action: 'status', status: 'reading', paperIds: ids });
    expect(await undoLast(db, 1_003)).toBeUndefined();
    const after = (await loadListed(db, ids)).values().next().value?.entry;
    expect({ ...after, changed: {} }).toEqual(before);
    await expectSound(db);
  });
});

test('a change that changes nothing is no step', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'The Only Paper' })]));
    const ids = await listPaperIds(db, ALL);
    expect(await changeEntries(db, [...ids, 4_000], { status: 'unread' }, 1)).toBeUndefined();
    expect(await undoLast(db, 2)).toBeUndefined();
  });
});

test('lists are newest first, by rank within a digest, and their filters combine', async () => {
  await withLibrary(async (db) => {
    const old = captureOf(
      [scraped({ title: 'Old One' }), scraped({ title: 'Old Two' })],
      {},
      '2026-05-01T08:00:00.000Z',
    );
    const next = captureOf(
      [scraped({ title: 'New One' }), scraped({ title: 'Old Two' })],
      { key: 'text-file:x', site: 'text-file' },
      '2026-05-02T08:00:00.000Z',
    );
    await ingest(db, old);
    await ingest(db, next);
    expect(await titles(db)).toEqual(['New One', 'Old One', 'Old Two']);
    expect(await titles(db, { site: 'text-file' })).toEqual(['New One', 'Old Two']);
    expect(await titles(db, { digestKey: old.digest.key })).toEqual(['Old One', 'Old Two']);
    expect(await titles(db, { addedSince: '2026-05-02T00:00:00.000Z' })).toEqual(['New One']);
    const [, , oldTwo] = await listPaperIds(db, ALL);
    await changeEntries(db, [oldTwo ?? 0], { starred: true, status: 'read' }, 1);
    expect(await titles(db, { starred: true, status: 'read', site: 'text-file' })).toEqual(['Old Two']);
    expect(await titles(db, { starred: true, status: 'unread' })).toEqual([]);
  });
});

test('captures of one visit add up to one receipt, repeats included', async () => {
  await withLibrary(async (db) => {
    const first = captureOf([scraped({ title: 'Card One' }), scraped({ title: 'Card Two' })]);
    const late = captureOf([scraped({ title: 'Card Three', rank: 3 })]);
    for (const capture of [first, late, first]) await ingest(db, capture);
    expect(await latestReceipts(db, 5)).toMatchObject([{ papers: 3, new: 3, known: 0 }]);
    await ingest(db, { ...first, seenAt: '2026-05-13T08:00:00.000Z' });
    expect(await latestReceipts(db, 1)).toMatchObject([{ papers: 2, new: 0, known: 2 }]);
  });
});
