import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newBuffer, written } from './bytes.ts';
import { mostPostings, posting, putPostings, takePostings } from './postings.ts';

const impact = fc.integer({ min: 0, max: 7 });
/** Distances of every size, small ones above all. */
const distance = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 3_000 }),
  fc.integer({ min: 1, max: 2e6 }),
);
const list = fc.array(fc.tuple(distance, impact), { minLength: 1, maxLength: 200 }).map((steps) => {
  let paper = 0;
  return steps.map(([distance, impact]) => {
    paper += distance;
    return posting(paper, impact);
  });
});

function read(bytes: Uint8Array): number[] {
  const into = new Uint32Array(mostPostings(bytes.length));
  return [...into.subarray(0, takePostings(bytes, 0, bytes.length, into, 0))];
}

test('postings are read as they were written', () => {
  fc.assert(
    fc.property(list, fc.boolean(), (postings, alike) => {
      const values = alike ? postings.map((value) => value - (value % 8) + 3) : postings;
      const buffer = newBuffer(1);
      expect(putPostings(buffer, values, 0, Number.POSITIVE_INFINITY)).toBe(values.length);
      expect(read(written(buffer))).toEqual(values);
    }),
  );
});

test('postings that do not fit go on where the last ones ended', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 60 }), (postings, room) => {
      const values: number[] = [];
      for (let from = 0; from < postings.length; ) {
        const buffer = newBuffer(16);
        from = putPostings(buffer, postings, from, room);
        values.push(...read(written(buffer)));
      }
      expect(values).toEqual(postings);
    }),
  );
});

test('a word that every other paper holds takes no more than a byte a paper', () => {
  const buffer = newBuffer(16);
  const postings = Array.from({ length: 10_000 }, (_, index) => posting(index * 2 + 1, index % 8));
  putPostings(buffer, postings, 0, Number.POSITIVE_INFINITY);
  expect(buffer.size).toBeLessThan(7_000);
});
