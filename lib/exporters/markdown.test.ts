import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { type ListedPaperParts, listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { wholeExport } from '../../tests/samples/whole-export.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { markdown } from './markdown.ts';
import { markdownAddress, markdownText } from './markdown-text.ts';

const options = { exportedAt: '2026-11-22T08:00:00.000Z' };
const line = (parts: ListedPaperParts) => wholeExport(markdown, [listedPaper(parts)], options).trimEnd();

/** What a reader sees of escaped text: a backslash before ASCII punctuation is not shown (CommonMark 2.4). */
const visible = (escaped: string) => escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1');
/** Escaped text with a letter for each escape: what a parser could still take for mark-up. */
const acting = (escaped: string) => escaped.replace(/\\[!-/:-@[-`{-~]/g, 'e');

describe('an item of the task list', () => {
  const arxiv = { identifiers: ['arxiv:2401.12340' as const] };
  test.each<[string, ListedPaperParts, string]>([
    ['a title alone, without a link', {}, '- [ ] A Title'],
    [
      'a link and the year of its identifier',
      { paper: arxiv },
      '- [ ] [A Title](https://arxiv.org/abs/2401.12340) — (2024)',
    ],
    [
      'authors',
      { paper: { authors: ['Ann Lee', 'Bo Ek'], published: '2023-05-01' } },
      '- [ ] A Title — Ann Lee, Bo Ek (2023)',
    ],
    [
      'many authors',
      { paper: { authors: ['A A', 'B B', 'C C', 'D D', 'E E', 'F F', 'G G'] } },
      '- [ ] A Title — A A, B B, C C, et al.',
    ],
    ['read', { entry: { status: 'read' } }, '- [x] A Title'],
    ['reading', { entry: { status: 'reading' } }, '- [ ] A Title · **reading**'],
    [
      'skipped and starred',
      { entry: { status: 'skipped', starred: true } },
      '- [ ] A Title · **skipped** · **starred**',
    ],
    ['read and starred', { entry: { status: 'read', starred: true } }, '- [x] A Title · **starred**'],
    ['one digest', { seen: [seenIn({})] }, '- [ ] A Title · 1 digest'],
    [
      'digests with dates',
      {
        seen: [
          seenIn({ key: 'a', date: { unit: 'day', month: 3, day: 11 } }),
          seenIn({ key: 'b', date: { unit: 'day', year: 2026, month: 3, day: 12 } }),
          seenIn({ key: 'c', date: { unit: 'week', year: 2026, week: 9 } }),
          seenIn({ key: 'd', date: { unit: 'month', year: 2026, month: 3 } }),
          seenIn({ key: 'e', date: { unit: 'day', month: 4, day: 1 } }),
        ],
      },
      '- [ ] A Title · 5 digests (Mar 11, Mar 12 2026, 2026-W09, Mar 2026, …)',
    ],
    ['tags', { entry: { tags: ['to cite', 'cs.CL', '--'] } }, '- [ ] A Title · #to-cite · #cs-CL'],
    ['a note', { entry: { note: 'See\n\n- [x] this' } }, '- [ ] A Title\n  - Note: See - \\[x\\] this'],
    [
      'a page with brackets in its address',
      { paper: { page: 'https://a.org/a_(b)' } },
      '- [ ] [A Title](<https://a.org/a_(b)>)',
    ],
    ['a page that is no web address', { paper: { page: 'javascript:alert(1)' } }, '- [ ] A Title'],
  ])('shows %s', (_, parts, expected) => {
    expect(line(parts)).toBe(expected);
  });

  test('stands under the heading, in the order given', () => {
    const papers = [listedPaper({ paper: { title: 'B' } }), listedPaper({ paper: { title: 'A' } })];
    expect(wholeExport(markdown, papers, { ...options, heading: 'To *read*' })).toBe(
      '# To \\*read\\*\n\n- [ ] B\n- [ ] A\n',
    );
  });
});

function expectHarmless(text: string): void {
  const escaped = markdownText(text);
  expect(visible(escaped)).toBe(foldWhitespace(text));
  expect(acting(escaped)).not.toMatch(/[\\`*_[\]{}()#<>!|~&$^@\n\r]|:\/\/|www\.|==|%%/i);
}

describe('escaped text', () => {
  test.each(HOSTILE_STRINGS)('shows "$name" as it is and lets nothing act', ({ text }) => {
    expectHarmless(text);
  });

  test('shows any text as it is and lets nothing act', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'\\`*_[](){}#<>!|~&$^@=%:/.-+1x w\n') });
    fc.assert(fc.property(fc.oneof(marks, fc.string({ unit: 'binary' })), expectHarmless), { numRuns: 10_000 });
  });
});

describe('a whole item', () => {
  test.each(HOSTILE_STRINGS)(
    'is one line whose only links and marks are its own, for "$name" in every field',
    ({ text }) => {
      const paper = { title: text, authors: [text], page: text, identifiers: [], published: text };
      const written = line({
        paper,
        entry: { note: text, tags: [text], status: 'reading' },
        seen: [seenIn({ title: text })],
      });
      const lines = written.split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      const own = (lines[0] ?? '')
        .replace(/^- \[ \] /, '')
        .replace('**reading**', '')
        .replace(/ · #[\p{L}\p{N}\p{M}_/-]+$/u, '');
      const linkless = own.replace(/^\[(.*?[^\\]|)\]\((?:https?:[^()<>\s]*|<https?:[^<>\s]*>)\)/, '$1');
      expect(acting(linkless).replace(/\(\d{4}\)/, '')).not.toMatch(/[\\`*_[\]{}()#<>!|~&$^@]/);
    },
  );
});

describe('markdownAddress', () => {
  test.each([
    ['https://a.org/?a=1&copy;=2', 'https://a.org/?a=1&amp;copy;=2'],
    ['https://a.org/?q=`a`|\\', 'https://a.org/?q=%60a%60%7C%5C'],
    ['https://a.org/(a', '<https://a.org/(a>'],
  ])('writes %s so that it is read back', (href, written) => {
    expect(markdownAddress(href)).toBe(written);
  });
});
