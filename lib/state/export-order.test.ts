import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { sampleBackup } from '../../tests/samples/backup.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import { groupOf } from '../exporters/group.ts';
import { ingest } from '../library/ingest.ts';
import { loadListed } from '../library/queries.ts';
import { restoreBackup } from '../library/restore.ts';
import { changeEntries } from '../library/shelf.ts';
import { GROUPINGS } from './export-choices.ts';
import { type Arrangement, arrange } from './export-order.ts';
import type { World } from './world.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');

/** The titles of these papers in an order. */
function ordered(papers: Partial<ScrapedPaper>[], arrangement: Partial<Arrangement>): Promise<string[]> {
  return withLibrary(async (db) => {
    const world: World = { db, nowMs: () => NOW_MS };
    const whole = papers.map((paper, index) => scraped({ title: `Paper ${index} Of Several`, ...paper }));
    await ingest(db, captureOf(whole));
    const listed = (await everyId(db)).toReversed();
    const ids = await arrange(world, listed, { order: 'listed', groupBy: 'none', ...arrangement });
    const loaded = await loadListed(db, ids);
    return ids.map((id) => loaded.get(id)?.paper.title ?? '');
  });
}

test('titles stand as in a dictionary, whatever their capitals, accents and first signs', async () => {
  const titles = [
    'Ünder the Tree',
    'zebra crossings everywhere',
    '“Apples” and Other Fruit',
    'Bread Is Made Of This',
    'Under the Umbrella',
  ];
  const sorted = await ordered(
    titles.map((title) => ({ title })),
    { order: 'title' },
  );
  expect(sorted).toEqual([titles[2], titles[3], titles[0], titles[4], titles[1]]);
});

test('authors stand by family name, and papers without one last', async () => {
  const papers = [{}, { authors: ['Zoe Abel'] }, { authors: ['Adam van Zyl'] }, { authors: ['Ann Lee', 'A Aa'] }];
  const sorted = await ordered(papers, { order: 'author' });
  expect(sorted.map((title) => title[6])).toEqual(['1', '3', '2', '0']);
});

test('the newest published comes first, and papers without a day last', async () => {
  const papers = [{ published: '2024-01' }, {}, { published: '2025-06-02' }, { published: '2024-01-23' }];
  const sorted = await ordered(papers, { order: 'published' });
  expect(sorted.map((title) => title[6])).toEqual(['2', '3', '0', '1']);
});

test.each(GROUPINGS)('by %s, papers of a group stand together, in the order of the list, and none is lost', (groupBy) =>
  withLibrary(async (db) => {
    const world: World = { db, nowMs: () => NOW_MS };
    await restoreBackup(db, sampleBackup(300), { mode: 'replace', nowMs: NOW_MS });
    const listed = (await everyId(db)).toReversed();
    await changeEntries(db, listed.slice(10, 30), { tags: ['Umbrella', 'z'] }, NOW_MS);
    await changeEntries(db, listed.slice(20, 50), { status: 'reading' }, NOW_MS);
    const ids = await arrange(world, listed, { order: 'listed', groupBy });
    expect([...ids].sort()).toEqual([...listed].sort());
    if (groupBy === 'none') return expect(ids).toBe(listed);
    const loaded = await loadListed(db, ids);
    const groups = ids.flatMap((id) => {
      const paper = loaded.get(id);
      return paper ? [groupOf(paper, groupBy)] : [];
    });
    const headings = groups.filter((group, place) => group !== groups[place - 1]);
    expect(new Set(headings).size, headings.join('\n')).toBe(headings.length);
    expect(headings.length).toBeGreaterThan(1);
    if (groupBy === 'tag') expect(headings).toEqual(['to cite', 'Umbrella', 'Without a tag']);
    if (groupBy === 'status') expect(headings).toEqual(['Unread', 'Reading', 'Read']);
    const place = new Map(listed.map((id, index) => [id, index]));
    const isAsListed = ids.every(
      (id, at) => groups[at] !== groups[at - 1] || (place.get(id) ?? 0) > (place.get(ids[at - 1] ?? 0) ?? 0),
    );
    expect(isAsListed).toBe(true);
  }),
);

test('a paper of several digests stands in the one that saw it first, whatever that is called', () =>
  withLibrary(async (db) => {
    const [early, late] = [
      { key: 'x:day:9', title: 'Early' },
      { key: 'x:day:1', title: 'Late' },
    ];
    const both = scraped({ title: 'A Paper That Two Saw' });
    await ingest(db, captureOf([both], early, '2026-05-12T08:00:00.000Z'));
    await ingest(db, captureOf([both, scraped({ title: 'A Paper Of Later' })], late, '2026-05-13T08:00:00.000Z'));
    await ingest(db, captureOf([scraped({ title: 'An Earlier Paper' })], early, '2026-05-14T08:00:00.000Z'));
    const listed = (await everyId(db)).toReversed();
    const ids = await arrange({ db, nowMs: () => NOW_MS }, listed, { order: 'listed', groupBy: 'digest' });
    const loaded = await loadListed(db, ids);
    expect(ids.map((id) => loaded.get(id)?.paper.title)).toEqual([
      'An Earlier Paper',
      'A Paper That Two Saw',
      'A Paper Of Later',
    ]);
  }));

test('putting papers in order can be stopped, and tells how far it is', () =>
  withLibrary(async (db) => {
    const world: World = { db, nowMs: () => NOW_MS };
    await restoreBackup(db, sampleBackup(1_100), { mode: 'replace', nowMs: NOW_MS });
    const ids = await everyId(db);
    const told: number[] = [];
    const controller = new AbortController();
    const progress = (done: number) => {
      told.push(done);
      if (done > 0) controller.abort();
    };
    const arranging = arrange(world, ids, { order: 'title', groupBy: 'none' }, { progress, signal: controller.signal });
    await expect(arranging).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([0, 512]);
  }));
