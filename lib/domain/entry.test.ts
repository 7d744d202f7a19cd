import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tick } from './clock.ts';
import { mergeEntries, newEntry } from './entry.ts';
import { type Entry, orderOf, STATUSES } from './shelf.ts';

const SEEN = '2026-05-12T08:00:00.000Z';

function entry(words: Partial<Entry>): Entry {
  return { ...newEntry('p', SEEN, 1), ...words };
}

test.each([
  ['read', 'skipped', 'read'],
  ['reading', 'unread', 'reading'],
  ['read', 'reading', 'read'],
  ['skipped', 'unread', 'unread'],
  ['skipped', 'skipped', 'skipped'],
] as const)('%s and %s merge to %s, either way', (a, b, expected) => {
  expect(mergeEntries(entry({ status: a }), entry({ status: b })).status).toBe(expected);
  expect(mergeEntries(entry({ status: b }), entry({ status: a })).status).toBe(expected);
});

test('a merge never makes a paper vanish, and keeps the earlier place', () => {
  const late = entry({ order: 9, addedAt: '2026-05-13T08:00:00.000Z', removed: true });
  const early = entry({ order: 2 });
  expect(mergeEntries(late, early)).toMatchObject({ removed: false, order: 2, addedAt: SEEN });
  expect(mergeEntries(late, late).removed).toBe(true);
});

test('merging loses no tag, no note and no star', () => {
  const words = fc.record({
    status: fc.constantFrom(...STATUSES),
    starred: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    note: fc.constantFrom('', 'one', 'two', 'one and two'),
  });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const merged = mergeEntries(entry(a), entry(b));
      expect(merged.tags).toEqual([...new Set([...a.tags, ...b.tags])].sort());
      expect(merged.note.includes(a.note) && merged.note.includes(b.note)).toBe(true);
      expect(merged.starred).toBe(a.starred || b.starred);
    }),
  );
});

test('a newer capture stands before an older one, and a better rank before a worse one', () => {
  expect(orderOf('2026-05-12T08:00:00.001Z', 300)).toBeGreaterThan(orderOf(SEEN, 1));
  expect(orderOf(SEEN, 1)).toBeGreaterThan(orderOf(SEEN, 2));
});

test('a clock only goes forward, even when the wall clock goes back', () => {
  const first = tick(undefined, 5_000, 'here');
  const second = tick(first, 1_000, 'here');
  expect(second > first).toBe(true);
  expect(tick(second, 6_000, 'here') > second).toBe(true);
});
