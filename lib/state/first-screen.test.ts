import { describe, expect, test } from 'vitest';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { type FirstScreen, firstScreenOf, isFirstOf, isForView, outlineOf, readFirstScreen } from './first-screen.ts';
import { readView, type View } from './view.ts';

const COUNTS = { unread: 100, reading: 0, read: 0, skipped: 0, all: 100 };
const COUNTERS = { ...COUNTS, starred: 0, removed: 0, spoken: 0, papers: 100, digests: 5, sightings: 100, merges: 0 };
const IDS = Array.from({ length: 100 }, (_, index) => 100 - index);

function papers(size = 10): Map<PaperId, ListedPaper> {
  const seen = [seenIn({ kind: 'day', date: { unit: 'day', month: 3, day: 11 } }, { upvotes: 7 })];
  return new Map(
    IDS.map((id) => {
      const paper = { id, title: `Paper ${id}`, authors: ['A. Rao'], abstract: 'x'.repeat(size) };
      return [id, listedPaper({ paper, entry: { paperId: id, note: 'mine' }, seen })];
    }),
  );
}

function screen(view: Partial<View> = {}, known = papers()): FirstScreen | undefined {
  const shown = { ids: IDS, papers: known, counts: COUNTS, counters: COUNTERS, greets: false };
  return firstScreenOf({ ...readView(undefined), ...view }, shown);
}

function made(view?: Partial<View>): FirstScreen {
  const first = screen(view);
  if (!first) throw new Error('There is no first screen');
  return first;
}

const stored = (first: unknown): unknown => JSON.parse(JSON.stringify(first));

describe('A first screen', () => {
  test('begins a little above the paper at the upper edge, and says how many there are in all', () => {
    const { from, total, papers: rows } = made({ top: { id: 50, offset: 12 } });
    expect([from, total, rows[0]?.paper.id, rows[4]?.paper.id]).toEqual([46, 100, 54, 50]);
  });

  test('holds no abstract and no note but those of the paper that is open', () => {
    const { papers: rows } = made({ expanded: 98 });
    expect(rows.flatMap(({ paper }) => (paper.abstract ? paper.id : []))).toEqual([98]);
    expect(rows.flatMap(({ entry }) => (entry.note ? entry.paperId : []))).toEqual([98]);
  });

  test('comes back whole from storage', () => {
    const first = made({ top: { id: 50, offset: 12 }, expanded: 51, sort: 'oldest' });
    expect(readFirstScreen(stored(first))).toEqual(first);
  });

  test('stays below 30 kB, whatever it is of', () => {
    const big = papers(10);
    for (const listed of big.values()) listed.paper.title = '\u{1f33e}'.repeat(700);
    const first = screen({}, big);
    expect(first?.papers.length).toBeGreaterThan(3);
    expect(new TextEncoder().encode(JSON.stringify(first)).length).toBeLessThan(31_000);
  });

  const many = listedPaper({ paper: { id: 100 } });
  many.names.push(
    { key: 'a', identifiers: [], titleKeys: [], facts: { title: 'A' }, sources: {} },
    { key: 'b', identifiers: [], titleKeys: [], facts: { title: 'B' }, sources: {} },
  );
  test.each<[string, FirstScreen | undefined]>([
    ['a search', screen({ query: 'rays' })],
    ['a list whose upper edge is not known', screen({ top: { id: 7, offset: 0 } }, new Map())],
    ['an open paper of several names', screen({ expanded: 100 }, new Map([...papers(), [100, many]]))],
  ])('is not made of %s', (_, first) => {
    expect(first).toBeUndefined();
  });
});

const whole = made();
const [row] = whole.papers;
const withRow = (change: object) => ({ ...whole, papers: [{ ...row, ...change }] });
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'screen'],
  ['another version', { ...whole, version: 2 }],
  ['a list that no array can hold', { ...whole, total: 1e12 }],
  ['more rows than papers', { ...whole, total: 3 }],
  ['rows that begin nowhere', { ...whole, from: -1 }],
  ['a row that is none', { ...whole, papers: [7] }],
  ['a title that is none', withRow({ paper: { ...row?.paper, title: { html: '' } } })],
  ['authors that are none', withRow({ paper: { ...row?.paper, authors: 'A. Rao' } })],
  ['a status that is none', withRow({ entry: { ...row?.entry, status: 'burnt' } })],
  ['a date that cannot be written', withRow({ seen: [seenIn({ date: { unit: 'day', month: 1e9, day: 1 } })] })],
  ['names of its own', withRow({ names: [{ key: 'a' }] })],
])('a stored first screen with %s is none', (_, found) => {
  expect(readFirstScreen(found)).toBeUndefined();
});

describe('A popup opens with it', () => {
  const first = made({ top: { id: 50, offset: 12 } });
  test.each<[string, Partial<View>, boolean]>([
    ['where it was closed', { top: { id: 50, offset: 12 } }, true],
    ['a few pixels further on', { top: { id: 50, offset: 40 } }, true],
    ['at a paper that it does not hold', { top: { id: 20, offset: 0 } }, false],
    ['so far down that rows would be missing', { top: { id: 40, offset: 0 } }, false],
    ['at the top of the list', {}, false],
    ['on another order', { top: { id: 50, offset: 12 }, sort: 'oldest' }, false],
    ['on a search', { top: { id: 50, offset: 12 }, query: 'rays' }, false],
    ['with a paper open', { top: { id: 50, offset: 12 }, expanded: 50 }, false],
    ['on another filter', { top: { id: 50, offset: 12 }, filter: { status: 'read', starred: false } }, false],
  ])('%s', (_, view, opens) => {
    expect(isForView(first, { ...readView(undefined), ...view })).toBe(opens);
  });
});

describe('The library’s list is the one that was shown', () => {
  test.each<[string, (ids: PaperId[]) => PaperId[], boolean]>([
    ['when nothing changed', (ids) => ids, true],
    ['when papers moved that nobody saw', (ids) => [...ids.slice(0, 60), ...ids.slice(60).reverse()], true],
    ['and another when one has come', (ids) => [101, ...ids], false],
    ['and another when one has left the rows', (ids) => ids.map((id) => (id === 98 ? 200 : id)), false],
  ])('%s', (_, change, same) => {
    expect(isFirstOf(whole, change([...IDS]))).toBe(same);
  });

  test('and until it is there, papers that are not known have numbers of their own below 1', () => {
    const outline = outlineOf(made({ top: { id: 50, offset: 12 } }));
    expect(outline.filter((id) => id > 0)).toEqual(IDS.slice(46, 64));
    expect(new Set(outline).size).toBe(100);
  });
});
