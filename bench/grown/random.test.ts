import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';

const first = (...seed: number[]) => {
  const random = randomFrom(...seed);
  return Array.from({ length: 20 }, () => random.below(1_000_000));
};

test('a seed gives the same choices each time', () => {
  expect(first(1, 2)).toEqual(first(1, 2));
});

test.each([[[1, 3]], [[2, 2]], [[1, 2, 0]], [[2, 1]]])('%o gives other choices than 1, 2', (seed) => {
  expect(first(...seed)).not.toEqual(first(1, 2));
});

test('choices are spread evenly', () => {
  const random = randomFrom(7);
  const counts = new Map<number, number>();
  for (let at = 0; at < 10_000; at++) {
    const choice = random.below(10);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test('of a tail the small numbers come often, and great ones keep coming', () => {
  const random = randomFrom(7);
  const numbers = Array.from({ length: 10_000 }, () => random.tail(100));
  expect(numbers.filter((number) => number < 100).length).toBeGreaterThan(3_000);
  expect(Math.max(...numbers)).toBeGreaterThan(10_000);
  expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
});

test('nothing cannot be picked from', () => {
  expect(() => randomFrom(1).pick([])).toThrow('nothing to pick');
});
