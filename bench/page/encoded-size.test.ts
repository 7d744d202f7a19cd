import { serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodedSize } from './encoded-size.ts';

const facts = fc.record({
  title: fc.string({ unit: 'grapheme', maxLength: 80 }),
  authors: fc.array(fc.string({ maxLength: 20 }), { maxLength: 8 }),
  order: fc.integer({ min: 0, max: 2 ** 51 }),
  rank: fc.nat(5_000),
  bits: fc.uint8Array({ maxLength: 500 }),
});

test('a value is as large as the engine of the browser writes it, within a tenth and some tags', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 20 }), (value) => {
      const real = serialize(value).byteLength;
      expect(Math.abs(encodedSize(value) - real)).toBeLessThanOrEqual(real / 10 + 60);
    }),
  );
});

test.each([
  ['Latin letters in one byte', 'é', 1],
  ['other letters in two', 'Ж', 2],
  ['characters beyond in four', '🦉', 4],
])('texts take %s', (_name, character, bytes) => {
  expect(encodedSize(character.repeat(1_000))).toBeCloseTo(1_000 * bytes, -1);
});
