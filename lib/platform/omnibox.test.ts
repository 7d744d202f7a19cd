import { expect, test } from 'vitest';
import '../../tests/browser.ts';
import { xmlText } from './omnibox.ts';

test.each([
  ['Plain words', 'Plain words'],
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;'],
  ['<match>bold</match>', '&lt;match&gt;bold&lt;/match&gt;'],
  ['one\u0000two\uffff', 'one two '],
  ['half \ud800', 'half \ufffd'],
])('a title %j stands in a suggestion as %j', (title, written) => {
  expect(xmlText(title)).toBe(written);
});
