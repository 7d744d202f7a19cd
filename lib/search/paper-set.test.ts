import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPapers, unpackPapers } from './paper-set.ts';

const sets = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 50 }),
  fc.uniqueArray(fc.integer({ min: 5_000, max: 5_300 }), { minLength: 1, maxLength: 300 }),
);

test('a set of papers is unpacked as it was packed', () => {
  fc.assert(
    fc.property(sets, (papers) => {
      const sorted = papers.sort((a, b) => a - b);
      expect(unpackPapers(packPapers(sorted))).toEqual(sorted);
    }),
  );
});

test('a hundred thousand papers without a gap take a bit each', () => {
  const papers = Array.from({ length: 100_000 }, (_, index) => index + 1);
  expect(packPapers(papers).length).toBeLessThan(12_510);
});
