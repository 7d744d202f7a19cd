import { describe, expect, test } from 'vitest';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage, searchPage } from '../../tests/pages/huggingface-page.ts';
import { readDigest, readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://huggingface.co';
const some = sampleEntries(3);
const others = sampleEntries(3, 100);

describe('a list', () => {
  test('is read from the data alone when no card is there yet', () => {
    const { reading } = readDay(dayPage('2026-05-12', some).replaceAll('article', 'section'));
    expect(reading.papers.map((paper) => paper.rank)).toEqual([1, 2, 3]);
    expect(reading.problems).toEqual([]);
  });

  test('is not read from the data of another day when no card is there yet', () => {
    const { reading } = readDay(dayPage('2026-05-13', some).replaceAll('article', 'section'));
    expect(reading.papers).toEqual([]);
  });

  test('that is known to be empty is no sign of a changed site', () => {
    expect(readDay(dayPage('2026-05-12', [])).reading.problems).toEqual([]);
    expect(read(searchPage('xyzzy', []), '/papers?q=xyzzy')?.reading.problems).toEqual([]);
  });

  test('with far fewer cards than its data is a sign of a changed site', () => {
    const data = { dateString: '2026-05-12', periodType: 'day', dailyPapers: sampleEntries(20) };
    const { reading } = readDay(dayPage('2026-05-12', some, { data }));
    expect(reading.papers).toHaveLength(3);
    expect(reading.problems).toEqual([{ code: 'site-changed', part: 'cards' }]);
  });

  test('names a paper once, at its first place', () => {
    const { reading } = readDay(dayPage('2026-05-12', [...some, ...some.slice(0, 1), ...others]));
    expect(reading.papers.map((paper) => paper.rank)).toEqual([1, 2, 3, 4, 5, 6]);
    const [first, second] = [reading.anchors.get(1), reading.anchors.get(2)];
    expect(first && second?.compareDocumentPosition(first)).toBe(2); // the first comes before the second
  });

  test('of more than a thousand cards is bounded with a notice', () => {
    const { reading } = readDay(dayPage('2026-05-12', sampleEntries(1_001)));
    expect(reading.papers).toHaveLength(1_000);
    expect(reading.problems).toEqual([{ code: 'list-bounded', part: 'papers' }]);
  });

  test.each([
    ['no JSON', 'nonsense', 'data-unreadable'],
    ['a list', '[]', 'data-unreadable'],
    ['nothing', null, 'data-unreadable'],
  ])('whose data is %s is read from its cards, with a notice', (_, data, code) => {
    const { reading } = readDay(dayPage('2026-05-12', some, { data }));
    expect(reading.papers.map((paper) => paper.source)).toEqual(['digest-card', 'digest-card', 'digest-card']);
    expect(reading.problems).toEqual([{ code, part: 'DailyPapers' }]);
  });

  test('keeps the places of its papers around a card that cannot be read', () => {
    const html = dayPage('2026-05-12', some, { data: {} }).replace(/(00002" class="line-clamp-3">)[^<]*/, '$1');
    const { reading } = readDay(html);
    expect(reading.papers.map((paper) => paper.rank)).toEqual([1, 3]);
    expect(reading.problems).toEqual([{ code: 'row-without-title', rank: 2, part: 'title' }]);
  });

  test('says when a card names no paper', () => {
    const { reading } = readDay(dayPage('2026-05-12', some).replaceAll('/papers/2605.00002', '/spaces/2605.00002'));
    expect(reading.papers).toHaveLength(2);
    expect(reading.problems).toEqual([{ code: 'row-without-identifier', part: 'card' }]);
  });

  test('reads the card of a paper whose row in the data cannot be read', () => {
    const data = {
      dateString: '2026-05-12',
      dailyPapers: [{ paper: { id: '2605.00001', title: 7 } }, ...some.slice(1)],
    };
    const { reading } = readDay(dayPage('2026-05-12', some, { data }));
    expect(reading.papers.map((paper) => paper.source)).toEqual([
      'digest-card',
      'huggingface-data',
      'huggingface-data',
    ]);
    expect(reading.problems).toEqual([{ code: 'paper-unreadable', rank: 1, part: 'data-props' }]);
  });
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(html, `${ORIGIN}${path}`);
}

function readDay(html: string): Seen {
  return readDigest(html, `${ORIGIN}/papers/date/2026-05-12`);
}
