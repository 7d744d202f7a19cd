import { expect, test } from 'vitest';
import { inTurn, quantile, sampleOf } from './sample.ts';

test('a sample tells the middle, the ends and how many there were', () => {
  expect(sampleOf([9, 1, 4])).toEqual({ median: 4, low: 1, high: 9, runs: 3 });
});

test('the middle of an even number of values lies between two', () => {
  expect(sampleOf([1, 2, 4, 9]).median).toBe(3);
});

test('nothing measured is no sample', () => {
  expect(() => sampleOf([])).toThrow('never measured');
});

test.each([
  [0, 10],
  [0.5, 30],
  [0.95, 48],
  [1, 50],
])('the quantile at %d', (share, value) => {
  expect(quantile([50, 10, 40, 20, 30], share)).toBeCloseTo(value);
});

test('sides are measured in turn, and the first run of each warms up', async () => {
  const order: string[] = [];
  let value = 100;
  const side = (name: string) => async () => {
    order.push(name);
    value -= 1;
    return value;
  };
  const of = await inTurn({ a: side('a'), b: side('b') }, 2);
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(of('a')).toEqual({ median: 96, low: 95, high: 97, runs: 2 });
});
