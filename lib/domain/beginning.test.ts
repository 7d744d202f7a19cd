import { expect, test } from 'vitest';
import { beginning } from './beginning.ts';

test('a short text stays whole, without TeX and line breaks', () => {
  expect(beginning('We grow\n $\\alpha$ seeds.')).toBe('We grow α seeds.');
});

test('a long text ends between two words, with an ellipsis and no comma before it', () => {
  const text = beginning(`${'word '.repeat(35)}wo, ${'more '.repeat(20)}`);
  expect(text).toBe(`${'word '.repeat(35)}wo…`);
});

test('a text without spaces is cut between two characters', () => {
  expect(beginning('𝔸'.repeat(300))).toBe(`${'𝔸'.repeat(90)}…`);
  expect(beginning(`a${'𝔸'.repeat(300)}`)).toBe(`a${'𝔸'.repeat(89)}…`);
});
