import { describe, expect, test } from 'vitest';
import { snippet } from './snippet.ts';

const plain = (text: string) => ({ text, hit: false });
const hit = (text: string) => ({ text, hit: true });

describe('A snippet', () => {
  test('is empty when nothing was hit', () => {
    expect(snippet([plain('no such word')])).toEqual([]);
  });

  test('begins with the text when the hit is near its beginning', () => {
    expect(snippet([plain('about '), hit('entropy'), plain(' only')])).toEqual([
      plain('about '),
      hit('entropy'),
      plain(' only'),
    ]);
  });

  test('leaves out a long beginning at a word', () => {
    const [lead] = snippet([plain(`${'word '.repeat(40)}and some a cross-`), hit('entropy')]);
    expect(lead?.text).toMatch(/^…(?:word )*and some a cross-$/);
  });

  test('stays short however long the text goes on', () => {
    const parts = snippet([plain('x'.repeat(900)), hit('entropy'), plain('y'.repeat(200)), hit('z'.repeat(9_000))]);
    expect(parts.map(({ text }) => text).join('').length).toBeLessThan(160);
  });
});
