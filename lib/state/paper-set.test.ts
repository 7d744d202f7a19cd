import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, holdsAny, inBoth, isSameList, paperSet, without } from './paper-set.ts';

const ids = fc.array(fc.integer({ min: 1, max: 40 }));

test('a set of papers holds those that it was made of and no other', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 60 }), (papers, id) => {
      expect(holds(paperSet(papers), id)).toBe(papers.includes(id));
    }),
  );
});

test('sets are joined, taken from and cut with each other, and stay as they are', () => {
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 60 }), (some, others, id) => {
      const [a, b] = [paperSet(some), paperSet(others)];
      const [inA, inB] = [some.includes(id), others.includes(id)];
      expect(holds(paperSet(others, a), id)).toBe(inA || inB);
      expect(holds(without(a, others), id)).toBe(inA && !inB);
      expect(holds(inBoth(a, b), id)).toBe(inA && inB);
      expect(holdsAny(inBoth(a, b))).toBe(some.some((one) => others.includes(one)));
      expect([holds(a, id), holds(b, id)]).toEqual([inA, inB]);
    }),
  );
});

test('papers that are not known yet are in no set', () => {
  const set = paperSet([0, -3, 2]);
  expect([-3, 2, 3].map((id) => holds(set, id))).toEqual([false, true, false]);
});

test.each([
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
])('the lists %o and %o are the same: %s', (a, b, same) => {
  expect(isSameList(a, b)).toBe(same);
});
