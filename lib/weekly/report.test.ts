import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { changeEntries } from '../library/shelf.ts';
import { weekPapers } from '../library/week-papers.ts';
import { indexAll } from '../search/index-papers.ts';
import { readReport } from './report.ts';

const WEEK = { since: '2026-05-06T22:00:00.000Z', until: '2026-05-13T22:00:00.000Z' };

const reportOf = async (db: GleanerDatabase) => readReport(db, WEEK, await weekPapers(db, WEEK));
const titles = (papers: readonly { paper: { title: string } }[]) => papers.map(({ paper }) => paper.title);

test('papers that several lists showed stand first that most did, and a page of their own is no list', () =>
  withLibrary(async (db) => {
    const twice: Partial<ScrapedPaper> = { upvotes: 5 };
    const all = ['Once', 'Twice', 'Twice, liked', 'Thrice', 'Opened'];
    await ingest(db, captureOf(all.map((title) => scraped({ title }))));
    const second = [
      scraped({ title: 'Twice' }),
      scraped({ title: 'Twice, liked', ...twice }),
      scraped({ title: 'Thrice' }),
    ];
    await ingest(db, captureOf(second, { key: 'arxiv:a', site: 'arxiv', kind: 'listing' }));
    await ingest(db, captureOf([scraped({ title: 'Thrice' })], { key: 'arxiv:b', site: 'arxiv', kind: 'search' }));
    await ingest(db, captureOf([scraped({ title: 'Opened' })], { key: 'arxiv:c', site: 'arxiv', kind: 'paper' }));
    const { several, count, papers } = await reportOf(db);
    expect(titles(several)).toEqual(['Thrice', 'Twice, liked', 'Twice']);
    expect([count, titles(papers)]).toEqual([5, all]);
  }));

test('a source counts what its list would hold, and shows first what most lists showed', () =>
  withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'One' }), scraped({ title: 'Both' })]));
    await ingest(db, captureOf([scraped({ title: 'Both' })], { key: 'arxiv:a', site: 'arxiv' }));
    const { sites } = await reportOf(db);
    expect(sites.map(({ site, count, papers }) => [site, count, titles(papers)])).toEqual([
      ['huggingface', 2, ['Both', 'One']],
      ['arxiv', 1, ['Both']],
    ]);
  }));

const TIDAL = ['Tidal pools at night', 'Tidal pools by day', 'Mapping tidal pools'];
test.each(['indexed', 'not indexed yet'])('topics of a week come of papers that are %s', (state) =>
  withLibrary(async (db) => {
    const before = Array.from({ length: 40 }, (_, index) => scraped({ title: `Deep model number ${index}` }));
    await ingest(db, captureOf(before, { key: 'day:old' }, '2026-01-01T08:00:00.000Z'));
    const others = ['Deep model of bread', 'Deep model of clocks'];
    await ingest(db, captureOf([...TIDAL, ...others].map((title) => scraped({ title }))));
    if (state === 'indexed') await indexAll(db);
    const { topics } = await reportOf(db);
    expect(topics.map(({ name, papers }) => [name, titles(papers)])).toEqual([
      ['Tidal pools', TIDAL],
      ['Deep model', others],
    ]);
  }),
);

test('twenty of those that wait are at hand, and all of them are counted', () =>
  withLibrary(async (db) => {
    const many = Array.from({ length: 25 }, (_, index) => scraped({ title: `Paper ${index}` }));
    await ingest(db, captureOf(many, { key: 'day:old' }, '2026-01-01T08:00:00.000Z'));
    await changeEntries(db, await everyId(db), { starred: true }, Date.parse('2026-05-13T12:00:00.000Z'));
    const { waiting, count } = await reportOf(db);
    expect([waiting.count, waiting.papers.length, count]).toEqual([25, 20, 0]);
    expect(waiting.papers[0]?.paper.title).toBe('Paper 24');
  }));

test('of a week that brought very many, all are counted and the newest looked at', { timeout: 60_000 }, () =>
  withLibrary(async (db) => {
    const many = Array.from({ length: 2_100 }, (_, index) => scraped({ title: `A paper called ${index}` }));
    for (let at = 0; at < many.length; at += 700)
      await ingest(db, captureOf(many.slice(at, at + 700), { key: `day:${at}` }, `2026-05-1${at / 700}T08:00:00.000Z`));
    const { count, papers, sites } = await reportOf(db);
    expect([count, papers.length, sites[0]?.count]).toEqual([2_100, 2_000, 2_100]);
    expect(papers[0]?.paper.title).toBe('A paper called 1400');
  }),
);
