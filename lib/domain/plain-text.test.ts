import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundText, foldWhitespace } from './plain-text.ts';

test.each([
  ['line ends and runs of spaces', ' On\r\n  Lists\u2028of\u0085Lists ', 'On Lists of Lists'],
  ['controls and overrides', 'On\u0000 \u202ELists\u001b', 'On Lists'],
  ['code points that stand for no character', 'On\uFFFE \uFFFF\uFDD0Lists\u{1FFFE}', 'On Lists'],
  ['halves of pairs', '\uDE00On Lists\uD83D', '\uFFFDOn Lists\uFFFD'],
  ['nothing of every script and emoji', '模型 Ł 👩‍👧', '模型 Ł 👩‍👧'],
])('%s are folded or dropped', (_, text, written) => {
  expect(foldWhitespace(text)).toBe(written);
});

test.each([
  ['short', 10, { text: 'short', cut: false }],
  ['exactly ten', 11, { text: 'exactly ten', cut: false }],
  ['a word too long', 6, { text: 'a word', cut: true }],
  ['ab🌱', 3, { text: 'ab', cut: true }],
  ['   much   space   ', 10, { text: 'much space', cut: false }],
])('%j bounded to %i is %j', (text, limit, expected) => {
  expect(boundText(text, limit)).toEqual(expected);
});

test('a text that folding would not change is left alone, and any other is folded in every place', () => {
  const piece = fc.constantFrom('a', 'é', ' ', '  ', '\t', '\n', '\u0085', '\u00a0', '\u200b', '\ud800', '漢');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const folded = foldWhitespace(pieces.join(''));
      const words = pieces.map((one) => (one === '\u200b' ? '' : one === '\ud800' ? '\ufffd' : one)).join('');
      expect(folded).toBe(
        words
          .split(/[\s\u0085]+/u)
          .filter(Boolean)
          .join(' '),
      );
    }),
    { numRuns: 2_000 },
  );
});
