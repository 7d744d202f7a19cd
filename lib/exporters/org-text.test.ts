import { expect, test } from 'vitest';
import { orgHeadline, orgParagraph, orgTag } from './org-text.ts';

/** Org text with a visible sign where a word joiner stands. */
const seen = (text: string) => text.replaceAll('\u2060', '·');

test.each([
  ['Open_Source and C++', 'Open_Source and C++'],
  ['A *bold* =claim= by ~code~', 'A ·*bold* ·=claim= by ·~code~'],
  ['[[link]] [fn:1] [1/2] <2026-01-01>', '[·[link]] [·fn:1] [·1/2] <·2026-01-01>'],
  ['x_{i} and \\alpha', 'x_·{i} and \\·alpha'],
  ['Bounds $O(x^2)$ here', 'Bounds \\(O(x^2)\\) here'],
  ['From $5 to $10', 'From \\dollar{}5 to \\dollar{}10'],
  ['Bugs for 1$', 'Bugs for 1\\dollar{}'],
  ['elisp:(reboot) {{{macro}}}', 'elisp·:(reboot) {·{·{macro}}}'],
  ['COMMENT this', '·COMMENT this'],
  ['TODO', '·TODO'],
  ['ends like :tags:', 'ends like :tags:·'],
  ['', 'Untitled'],
])('%s is the headline %s', (text, written) => {
  expect(seen(orgHeadline(text))).toBe(written);
});

test.each([
  ['* no headline', '·* no headline'],
  ['#+begin_src', '·#+begin_src'],
  ['- no item', '·- no item'],
  ['1. no item', '·1. no item'],
  [':END:', '·:END:'],
  ['| no table |', '·| no table |'],
  ['plain text', 'plain text'],
])('%s is the paragraph %s', (text, written) => {
  expect(seen(orgParagraph(text))).toBe(written);
});

test.each([
  ['to cite', 'to_cite'],
  ['cs.CL', 'cs_CL'],
  ['模型', '模型'],
  ['--', ''],
])('%s is the tag %s', (text, tag) => {
  expect(orgTag(text)).toBe(tag);
});
