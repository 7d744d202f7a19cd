import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranked } from './rank.ts';

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
