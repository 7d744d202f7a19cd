import { expect, test } from 'vitest';
import { coinedName, coinedWord } from './coined.ts';

test('every number has a word of its own', () => {
  const words = new Set(Array.from({ length: 50_000 }, (_, number) => coinedWord(number)));
  expect(words.size).toBe(50_000);
});

test('a word holds small letters only, and great numbers stay words', () => {
  for (const number of [0, 1, 999, 1_000_000, 2 ** 48]) expect(coinedWord(number)).toMatch(/^[a-z]{2,40}$/);
});

test('a name begins with a capital', () => {
  expect(coinedName(5)).toMatch(/^[A-Z][a-z]+$/);
});
