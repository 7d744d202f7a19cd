import { expect, test } from 'vitest';
import { isCredible, tick } from './clock.ts';
import { earlierPlace, entryOf, isTouched, newEntry, placeAt } from './entry.ts';
import { orderOf } from './shelf.ts';

const SEEN = '2026-05-12T08:00:00.000Z';

test('an entry is what was said under its names, at its place', () => {
  const said = { status: { value: 'read', clock: '1-0-here' } } as const;
  expect(entryOf(1, ['title:x'], placeAt(SEEN, 1), [said])).toEqual({
    ...newEntry(1, SEEN, 1),
    names: ['title:x'],
    status: 'read',
    changed: { status: '1-0-here' },
  });
});

test('an entry is touched by any word, and by nothing else', () => {
  expect(isTouched(newEntry(1, SEEN, 1))).toBe(false);
  const unstarred = { starred: { value: false, clock: '1-0-here' } };
  expect(isTouched(entryOf(1, [], placeAt(SEEN, 1), [unstarred]))).toBe(true);
});

test('of two places the earlier one is kept', () => {
  const late = { addedAt: '2026-05-13T08:00:00.000Z', order: 9 };
  expect(earlierPlace(late, { addedAt: SEEN, order: 2 })).toEqual({ addedAt: SEEN, order: 2 });
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

test('a clock whose counter is full goes on in the next millisecond', () => {
  const full = `${(5_000).toString(36).padStart(9, '0')}-zzzz-there`;
  const next = tick(full, 1_000, 'here');
  expect(next > full).toBe(true);
  expect(next).toMatch(/^[0-9a-z]{9}-0000-here$/);
});

test('a clock from beyond all sense is not one to go on from', () => {
  expect(isCredible(tick(undefined, Date.UTC(2199, 0), 'there'))).toBe(true);
  expect(isCredible('zzzzzzzzz-zzzz-there')).toBe(false);
});
