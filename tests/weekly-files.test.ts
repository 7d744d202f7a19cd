import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { beginning } from '../lib/domain/beginning.ts';
import { foldWhitespace } from '../lib/domain/plain-text.ts';
import { readableTex } from '../lib/domain/readable-tex.ts';
import type { Sheet } from '../lib/weekly/sheet.ts';
import { writeAtom } from '../lib/weekly/write-atom.ts';
import { writeHtml } from '../lib/weekly/write-html.ts';
import { writeMarkdown } from '../lib/weekly/write-markdown.ts';
import { hostilePapers } from '../scripts/check-exports/hostile-papers.ts';
import { HOSTILE_STRINGS } from './hostile/strings.ts';
import { listedPaper } from './samples/listed-paper.ts';

const AT = '2026-11-22T08:00:00.000Z';
const seeds = listedPaper({
  paper: {
    title: 'Seeds & <Roots>',
    authors: ['Ada Field', 'Bo Ek'],
    published: '2026-11',
    identifiers: ['arxiv:2611.00001'],
  },
});
const plain: Sheet = {
  title: 'What came by',
  days: 'Nov 16 – Nov 22',
  made: 'Made by Gleaner on Nov 22',
  language: 'en-GB',
  facts: ['12 new papers', '1 of them read'],
  parts: [
    {
      heading: 'By source',
      hint: 'Where they were seen.',
      groups: [
        {
          heading: 'arXiv (12)',
          papers: [{ listed: seeds, star: 'starred', facts: ['arXiv', 'Read'], abstract: 'We grow [seeds].' }],
          more: 'and 11 more',
        },
      ],
    },
  ],
};

test('Markdown is headings and items', () => {
  expect(writeMarkdown(plain)).toBe(
    `# What came by: Nov 16 – Nov 22

Made by Gleaner on Nov 22

- 12 new papers
- 1 of them read

## By source

Where they were seen.

### arXiv (12)

- [Seeds \\& \\<Roots\\>](https://arxiv.org/abs/2611.00001) — Ada Field, Bo Ek (2026) · starred · arXiv · Read
  - We grow \\[seeds\\].
- and 11 more
`.replace('arXiv (12)', 'arXiv \\(12\\)'),
  );
});

test('a web page has a heading for the week, each part, group and paper, and says what the sheet says', () => {
  const { document } = new JSDOM(writeHtml(plain)).window;
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName, textContent }) => [
    tagName,
    textContent,
  ]);
  expect(headings).toEqual([
    ['H1', 'What came by: Nov 16 – Nov 22'],
    ['H2', 'By source'],
    ['H3', 'arXiv (12)'],
    ['H4', 'Seeds & <Roots>'],
  ]);
  expect(document.documentElement.lang).toBe('en-GB');
  expect(document.querySelector('h4 a')?.getAttribute('href')).toBe('https://arxiv.org/abs/2611.00001');
  for (const said of [
    '12 new papers · 1 of them read',
    'Ada Field, Bo Ek',
    'starred · arXiv · Read',
    'We grow [seeds].',
    'and 11 more',
  ])
    expect([...document.querySelectorAll('p')].map((text) => text.textContent)).toContain(said);
});

const papers = hostilePapers(200);
const strings = HOSTILE_STRINGS.map(({ text }) => text.slice(0, 400));
/** Every text of it is hostile, as are the papers. */
const hostile: Sheet = {
  title: strings.join(' '),
  days: '<script>alert(1)</script>',
  made: '</p><img src=x onerror=alert(1)>',
  language: '"><script>',
  facts: strings,
  parts: [
    {
      heading: '</h2><script>',
      hint: '-->',
      groups: papers.map((listed, index) => ({
        heading: strings[index % strings.length] ?? '',
        papers: [{ listed, star: '', facts: listed.entry.tags, abstract: beginning(listed.paper.abstract ?? '') }],
        more: '<b>more',
      })),
    },
  ],
};
const readable = papers.map(({ paper }) => foldWhitespace(readableTex(foldWhitespace(paper.title))));

test('nothing of a hostile paper becomes mark-up of a web page', () => {
  const { document } = new JSDOM(writeHtml(hostile)).window;
  expect([...document.querySelectorAll('h4')].map((title) => title.textContent)).toEqual(readable);
  const tags = new Set([...document.querySelectorAll('body *')].map(({ localName }) => localName));
  expect([...tags].sort()).toEqual(['a', 'article', 'h1', 'h2', 'h3', 'h4', 'main', 'p', 'section']);
  const names = new Set([...document.querySelectorAll('body *')].flatMap((element) => element.getAttributeNames()));
  expect([...names].sort()).toEqual(['class', 'dir', 'href', 'rel']);
  const addresses = [...document.querySelectorAll('a')].map(({ protocol }) => protocol);
  expect(addresses.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
});

test('nothing of a hostile paper begins a line of Markdown, nor mark-up in one', () => {
  const lines = writeMarkdown(hostile).split('\n');
  expect(lines.filter((line) => !/^(?:#{1,3} |- | {2}- |$|[^\s#>*+=~`<|-])/u.test(line))).toEqual([]);
  const items = papers.length * 2 + hostile.facts.length;
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(items);
  expect(lines.filter((line) => /^#{1,3} /.test(line)).length).toBeLessThanOrEqual(2 + papers.length);
  expect(lines.filter((line) => /(?<!\\)(?:\\\\)*[<>]/.test(line.replace(/\]\(<[^<>]*>\)/g, ']()')))).toEqual([]);
});

test('a feed is XML with an entry a paper, each with an id of its own', () => {
  const feed = writeAtom(hostile, papers, AT);
  const { document } = new JSDOM(feed, { contentType: 'application/xml' }).window;
  const entries = [...document.getElementsByTagName('entry')];
  expect(entries.map((entry) => entry.getElementsByTagName('title')[0]?.textContent)).toEqual(readable);
  expect(new Set(entries.map((entry) => entry.getElementsByTagName('id')[0]?.textContent)).size).toBe(papers.length);
  expect(document.getElementsByTagName('title')[0]?.textContent).toContain('<script>alert(1)</script>');
});
