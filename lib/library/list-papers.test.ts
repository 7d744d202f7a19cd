import { expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import type { GleanerDatabase } from './database.ts';
import { ingest } from './ingest.ts';
import { countSites, listPaperIds, listShelves, type Sort } from './list-papers.ts';
import { loadListed } from './queries.ts';
import { changeEntries } from './shelf.ts';

const ALL = { status: 'all', starred: false } as const;

async function fill(db: GleanerDatabase): Promise<void> {
  const papers = [
    scraped({ title: 'Few Votes', upvotes: 3, published: '2026-05-02' }),
    scraped({ title: 'Many Votes', upvotes: 90, published: '2025-12' }),
    scraped({ title: 'No Votes' }),
  ];
  await ingest(db, captureOf(papers));
  const later = [scraped({ title: 'Read Elsewhere', published: '2026' }), scraped({ title: 'Few Votes', upvotes: 7 })];
  const digest = { key: 'text-file:1', site: 'text-file' };
  await ingest(db, captureOf(later, digest, '2026-05-14T08:00:00.000Z'));
}

async function titles(db: GleanerDatabase, ids: readonly number[]): Promise<string[]> {
  const listed = await loadListed(db, ids);
  return ids.map((id) => listed.get(id)?.paper.title ?? '');
}

const ORDERS: [Sort, string[]][] = [
  ['newest', ['Read Elsewhere', 'Few Votes', 'Many Votes', 'No Votes']],
  ['oldest', ['No Votes', 'Many Votes', 'Few Votes', 'Read Elsewhere']],
  ['upvotes', ['Many Votes', 'Few Votes', 'Read Elsewhere', 'No Votes']],
  ['published', ['Few Votes', 'Read Elsewhere', 'Many Votes', 'No Votes']],
];
test.each(ORDERS)('the order %s is %j', async (sort, expected) => {
  await withLibrary(async (db) => {
    await fill(db);
    expect(await titles(db, await listPaperIds(db, ALL, sort))).toEqual(expected);
  });
});

test('papers are told apart by status, and counted by site, within the rest of a filter', async () => {
  await withLibrary(async (db) => {
    await fill(db);
    const [newest = 0, second = 0] = await listPaperIds(db, ALL);
    await changeEntries(db, [newest], { status: 'read' }, 1);
    await changeEntries(db, [second], { removed: true }, 2);
    const shelves = await listShelves(db, ALL);
    expect(await titles(db, shelves.read)).toEqual(['Read Elsewhere']);
    expect(await titles(db, shelves.unread)).toEqual(['Many Votes', 'No Votes']);
    expect(shelves.all).toEqual([newest, ...shelves.unread]);
    expect((await listShelves(db, { ...ALL, site: 'text-file' })).all).toEqual([newest]);
    expect(await countSites(db, { ...ALL, site: 'text-file' })).toEqual(
      new Map([
        ['huggingface', 2],
        ['text-file', 1],
      ]),
    );
  });
});

test('a site beyond those that have a bit is found by its digests', async () => {
  await withLibrary(async (db) => {
    for (let n = 0; n < 34; n += 1) {
      const digest = { key: `site-${n}:1`, site: `site-${n}` };
      await ingest(db, captureOf([scraped({ title: `A Paper of Site Number ${n}` })], digest));
    }
    for (const n of [0, 31, 32, 33]) {
      const ids = await listPaperIds(db, { ...ALL, site: `site-${n}` });
      expect(await titles(db, ids)).toEqual([`A Paper of Site Number ${n}`]);
    }
  });
});
