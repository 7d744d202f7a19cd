import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from './ingest.ts';
import { continuePreload, planPreload } from './preload.ts';
import { loadListed } from './queries.ts';
import { changeEntries } from './shelf.ts';
import { countWeek, weekPapers } from './week-papers.ts';

const WEEK = { since: '2026-05-06T22:00:00.000Z', until: '2026-05-13T22:00:00.000Z' };
const NOW = Date.parse('2026-05-13T12:00:00.000Z');
const MOMENTS: [string, string, boolean][] = [
  ['the instant before it begins', '2026-05-06T21:59:59.999Z', false],
  ['its first instant', WEEK.since, true],
  ['its last instant', '2026-05-13T21:59:59.999Z', true],
  ['the instant at which it is over', WEEK.until, false],
];
test.each(MOMENTS)('a paper added in %s', (_, seenAt, isIn) =>
  withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'First' }), scraped({ title: 'Second' })], {}, seenAt));
    expect((await weekPapers(db, WEEK)).ids).toHaveLength(isIn ? 2 : 0);
    expect(await countWeek(db, WEEK)).toBe(isIn ? 2 : 0);
  }),
);

test('a paper of an earlier week that is seen again is not new', () =>
  withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'Old' })], {}, '2026-05-01T08:00:00.000Z'));
    await ingest(db, captureOf([scraped({ title: 'Old' })], { key: 'arxiv:new', site: 'arxiv' }));
    expect((await weekPapers(db, WEEK)).ids).toEqual([]);
  }));

test('read, starred and removed papers are told apart, and each site has its own', () =>
  withLibrary(async (db) => {
    const day = ['Read', 'Starred', 'Removed', 'Left'].map((title) => scraped({ title }));
    await ingest(db, captureOf(day));
    await ingest(db, captureOf([scraped({ title: 'Left' })], { key: 'arxiv:new', site: 'arxiv' }));
    const listed = await loadListed(db, await everyId(db));
    const idOf = (title: string) => [...listed.values()].find(({ paper }) => paper.title === title)?.paper.id ?? -1;
    await changeEntries(db, [idOf('Read')], { status: 'read' }, NOW);
    await changeEntries(db, [idOf('Starred')], { starred: true }, NOW);
    await changeEntries(db, [idOf('Removed')], { removed: true, starred: true }, NOW);
    const { ids, ...rest } = await weekPapers(db, WEEK);
    expect(ids).toEqual([idOf('Read'), idOf('Starred'), idOf('Left')]);
    const sites = new Map([
      ['huggingface', 3],
      ['arxiv', 1],
    ]);
    expect(rest).toEqual({ read: 1, starred: 1, sites, examples: 0, waiting: [idOf('Starred')] });
  }));

test('what is starred and unread waits from any week, the oldest first', () =>
  withLibrary(async (db) => {
    for (const [day, title] of ['2025-01-01', '2026-05-12', '2026-06-01'].entries())
      await ingest(db, captureOf([scraped({ title })], { key: `day:${day}` }, `${title}T08:00:00.000Z`));
    const ids = await everyId(db);
    await changeEntries(db, ids, { starred: true }, NOW);
    await changeEntries(db, ids.slice(1, 2), { status: 'reading' }, NOW);
    expect((await weekPapers(db, WEEK)).waiting).toEqual([ids[0], ids[2]]);
  }));

test('examples count as new on the page; for the notification, only those that some page has shown since', () =>
  withLibrary(async (db) => {
    const examples = ['Shown', 'Hidden'].map((title) => scraped({ title, source: 'text-file' }));
    await planPreload(db, ['a.txt']);
    await continuePreload(db, async () => captureOf(examples, { key: 'text-file:a', site: 'text-file' }));
    expect(await weekPapers(db, WEEK)).toMatchObject({ examples: 2 });
    expect(await countWeek(db, WEEK)).toBe(0);
    await ingest(db, captureOf([scraped({ title: 'Shown' })]));
    const { ids, examples: left } = await weekPapers(db, WEEK);
    expect([ids.length, left]).toEqual([2, 1]);
    expect(await countWeek(db, WEEK)).toBe(1);
  }));
