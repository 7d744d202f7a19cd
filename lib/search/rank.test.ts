import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf, ranked } from './rank.ts';

const score = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));

test('papers stand by score, and equal ones by number, greatest first', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), (scores) => {
      const papers = Uint32Array.from(scores, (_, paper) => paper);
      const expected = [...papers].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
      expect(ranked(papers, Int32Array.from(scores))).toEqual(expected);
    }),
  );
});

test('the best few are the first of all that have a score and count, in the same order', () => {
  const few = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 300 }), few, (scores, limit) => {
      const all = Int32Array.from(scores);
      const counts = (paper: number) => paper % 3 !== 0;
      const rest = Uint32Array.from(scores.keys()).filter((paper) => counts(paper) && (all[paper] ?? 0) > 0);
      expect(bestOf(all, limit, counts)).toEqual(ranked(rest, all).slice(0, limit));
    }),
  );
});
