import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['line ends and runs of spaces', ' On\r\n  Lists\u2028of\u0085Lists ', 'On Lists of Lists'],
  ['controls and overrides', 'On\u0000 \u202ELists\u001b', 'On Lists'],
  ['code points that stand for no character', 'On\uFFFE \uFFFF\uFDD0Lists\u{1FFFE}', 'On Lists'],
  ['halves of pairs', '\uDE00On Lists\uD83D', '\uFFFDOn Lists\uFFFD'],
  ['every script and emoji', '模型 Ł 👩‍👧', '模型 Ł 👩‍👧'],
])('writes %s as every file can hold them', (_, text, written) => {
  expect(oneLine(text)).toBe(written);
});
