import { describe, expect, test } from 'vitest';
import { sampleEntries, sampleEntry } from '../../tests/pages/huggingface-entry.ts';
import {
  dayPage,
  monthPage,
  paperPage,
  searchPage,
  trendingPage,
  weekPage,
} from '../../tests/pages/huggingface-page.ts';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://huggingface.co';
const some = sampleEntries(3);
const others = sampleEntries(3, 100);

describe('the digest of an address', () => {
  test.each([
    ['/papers/date/2026-05-12', 'huggingface:day:2026-05-12', '/papers/date/2026-05-12'],
    ['/papers?date=2024-08-01', 'huggingface:day:2024-08-01', '/papers/date/2024-08-01'],
    ['/papers/week/2026-W20?ref=mail#top', 'huggingface:week:2026-W20', '/papers/week/2026-W20'],
    ['/papers/month/2026-05/', 'huggingface:month:2026-05', '/papers/month/2026-05'],
    ['/papers/trending', 'huggingface:trending', '/papers/trending'],
    ['/papers?q=%20Large++Models&utm_source=x', 'huggingface:search:large models', '/papers?q=Large%20Models'],
    ['/papers/trending?q=Maße', 'huggingface:search:masse', '/papers?q=Ma%C3%9Fe'],
    ['/papers/2605.09063#community', 'huggingface:paper:2605.09063', '/papers/2605.09063'],
    ['/papers/2605.09063v2', 'huggingface:paper:2605.09063', '/papers/2605.09063'],
    ['/papers', 'huggingface:listing', '/papers'],
    ['/papers/date/2026-02-30', 'huggingface:listing', '/papers'],
    ['/papers?q=%00%20', 'huggingface:listing', '/papers'],
  ])('%s is %s', (path, key, canonical) => {
    const digest = read('<main></main>', path)?.digest;
    expect(digest).toMatchObject({ key, url: `${ORIGIN}${canonical}` });
  });

  test.each([
    '/',
    '/models',
    '/papers/submit',
    '/papers/2605.09063.md',
    '/papers/2613.09063',
    '/papersque',
    '/papers/a/b/c',
    '/docs/papers',
  ])('%s is none', (path) => {
    expect(read(dayPage('2026-05-12', some), path)).toBeUndefined();
  });

  test('is none where the site answers with an error page', () => {
    expect(read('<main><h1>404</h1><p>Sorry, no such page.</p></main>', '/papers/2605.99999')).toBeUndefined();
  });
});

describe('the digest of a page', () => {
  const stale = { data: { dateString: '2026-05-12', periodType: 'day', dailyPapers: some, isTrending: false } };
  test.each([
    [
      'the day of its data where the site moved a future day back',
      '/papers/date/2031-01-01',
      dayPage('2026-05-12', some),
      'day:2026-05-12',
    ],
    ['what its data says where the address says nothing', '/papers', weekPage('2026-W20', some), 'week:2026-W20'],
    ['trending where the address says nothing', '/papers', trendingPage(some), 'trending'],
    [
      'that of the address when the data is of another list',
      '/papers/date/2026-05-13',
      dayPage('2026-05-13', others, stale),
      'day:2026-05-13',
    ],
    [
      'that of the address when the data is of another kind of list',
      '/papers/week/2026-W20',
      weekPage('2026-W20', some, stale),
      'week:2026-W20',
    ],
    [
      'a day without a year when only the page shows it',
      '/papers',
      dayPage('2026-05-12', others, stale),
      'day:--05-12',
    ],
    ['a nameless listing when nothing names it', '/papers', monthPage('2026-05', others, stale), 'listing'],
    ['a search where its results are on screen', '/papers?q=field', searchPage('field', some, others), 'search:field'],
    [
      'a search where the data does not know the cards',
      '/papers?q=field',
      searchPage('field', some, [], { data: {} }),
      'search:field',
    ],
    [
      'the day where a search was answered with the day’s list',
      '/papers?q=field',
      dayPage('2026-05-12', some),
      'day:2026-05-12',
    ],
  ])('is %s', (_, path, html, key) => {
    expect(read(html, path)?.digest.key).toBe(`huggingface:${key}`);
  });

  test('of a paper bears the paper’s title', () => {
    expect(read(paperPage(sampleEntry(1)), '/papers/2605.00001')?.digest.title).toBe(
      'Patient gardeners: harvest number 1 of a long field study',
    );
  });
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(html, `${ORIGIN}${path}`);
}
