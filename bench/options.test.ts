import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const ROWS = ['popup', 'open', 'export'];

test.each([
  [[], [181, 1_000, 10_000, 100_000]],
  [['--quick'], [181, 1_000, 10_000]],
  [['--huge'], [181, 1_000, 10_000, 100_000, 1_000_000]],
])('the sizes with %o', (args, sizes) => {
  expect(readOptions(args, ROWS).sizes).toEqual(sizes);
});

test('five runs count unless it is said otherwise', () => {
  expect(readOptions([], ROWS).runs).toBe(5);
  expect(readOptions(['--runs', '9'], ROWS).runs).toBe(9);
});

test('rows are named one by one or with commas', () => {
  expect(readOptions(['--only', 'popup,open', '--only', 'export'], ROWS).only).toEqual(ROWS);
});

test.each([
  [['--only', 'pop'], 'There is no row pop: choose of popup, open, export.'],
  [['--runs', '0'], 'whole number from 1'],
  [['--runs', 'many'], 'whole number from 1'],
  [['--quick', '--huge'], 'not both'],
])('%o is refused in a sentence', (args, sentence) => {
  expect(() => readOptions(args, ROWS)).toThrow(sentence);
});
