import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from './size.ts';

describe('the size of a value', () => {
  test('is within a little of its JSON in UTF-8, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const exact = new TextEncoder().encode(JSON.stringify(value).replaceAll(/\\u[0-9a-f]{4}|\\./g, 'x')).length;
        const size = bytesOf(value);
        expect(size).toBeGreaterThanOrEqual(exact * 0.9 - 4);
        expect(size).toBeLessThanOrEqual(exact * 2 + 10);
      }),
    );
  });

  test.each([
    ['a', 1],
    ['é', 2],
    ['漢', 3],
    ['😀', 4],
  ])('counts a text of %s in bytes', (letter, bytes) => {
    expect(bytesOf(letter.repeat(1_000))).toBe(bytes * 1_000 + 2);
  });

  const circular: { again?: unknown[] } = {};
  circular.again = Array.from({ length: 1_000 }, () => circular);
  const deep = Array.from({ length: 1_000_000 }).reduce<unknown>((inside) => [inside], 1);
  test.each([
    ['one long text', 'x'.repeat(5_000_000)],
    ['many short texts', Array.from({ length: 600_000 }, () => '')],
    ['a long name', { ['x'.repeat(2_000_000)]: 1 }],
    ['nesting without end', deep],
    ['a circle', circular],
  ])('is beyond any limit for %s, and the counting comes to an end', (_name, value) => {
    expect(bytesOf(value, 1_000_000)).toBe(Number.POSITIVE_INFINITY);
  });
});
