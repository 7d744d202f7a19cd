import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { eventually } from '../../tests/popup.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { changeEntries } from '../library/shelf.ts';
import type { Sheet } from '../weekly/sheet.ts';
import { libraryOf } from './library.ts';
import { type Weekly, WeeklyModel, writeWeek } from './weekly.ts';

const NOW = new Date(2026, 10, 22, 12).getTime();
const at = (day: number) => new Date(2026, 10, day, 12).toISOString();

const HOME = process.env.TZ;
afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});

async function withWeekly(work: (weekly: Weekly, db: GleanerDatabase) => Promise<void>): Promise<void> {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'Of this week' })], { key: 'now' }, at(20)));
    await ingest(db, captureOf([scraped({ title: 'Of the week before' })], { key: 'before' }, at(12)));
    const weekly = new WeeklyModel(libraryOf({ db, nowMs: () => NOW }));
    try {
      await work(weekly, db);
    } finally {
      weekly[Symbol.dispose]();
    }
  });
}

const titles = ({ report }: Weekly) => report.value?.papers.map(({ paper }) => paper.title);

test('it begins with the last seven days, and goes back week by week and no further ahead', () =>
  withWeekly(async (weekly) => {
    await eventually(() => expect([titles(weekly), weekly.isThis.value]).toEqual([['Of this week'], true]));
    weekly.go(1);
    await eventually(() => expect([titles(weekly), weekly.isThis.value]).toEqual([['Of the week before'], false]));
    weekly.go(2);
    await eventually(() => expect(titles(weekly)).toEqual([]));
    weekly.go(-1);
    await eventually(() => expect([titles(weekly), weekly.back.value]).toEqual([['Of this week'], 0]));
  }));

test('it follows what comes in and what the user says', () =>
  withWeekly(async (weekly, db) => {
    await eventually(() => expect(weekly.report.value).toMatchObject({ count: 1, starred: 0 }));
    await ingest(db, captureOf([scraped({ title: 'Late' })], { key: 'late' }, at(22)));
    await eventually(() => expect(weekly.report.value).toMatchObject({ count: 2, starred: 0 }));
    await changeEntries(db, await everyId(db), { starred: true }, NOW);
    await eventually(() => expect(weekly.report.value).toMatchObject({ starred: 2, waiting: { count: 3 } }));
  }));

const SHEET: Sheet = { title: 'What came by', days: 'then', made: 'now', language: 'en', facts: [], parts: [] };
const ZONES: [string, string][] = [
  ['Pacific/Auckland', '2026-11-21T11:00:00.000Z'],
  ['America/Los_Angeles', '2026-11-22T08:00:00.000Z'],
];
test.each(ZONES)('in %s a file bears the last day of its week', (zone, until) => {
  process.env.TZ = zone;
  const week = { since: '2026-11-15T00:00:00.000Z', until };
  const none = { count: 0, read: 0, starred: 0, examples: 0, several: [], topics: [], sites: [], papers: [] };
  const report = { week, ...none, waiting: { count: 0, papers: [] } };
  const names = (['html', 'markdown', 'atom'] as const).map((format) => {
    const { fileName, mediaType } = writeWeek(format, { sheet: SHEET, report }, NOW);
    return [fileName, mediaType.split(';')[0]];
  });
  expect(names).toEqual([
    ['gleaner-What-came-by-2026-11-21.html', 'text/html'],
    ['gleaner-What-came-by-2026-11-21.md', 'text/markdown'],
    ['gleaner-What-came-by-2026-11-21.atom', 'application/atom+xml'],
  ]);
});
