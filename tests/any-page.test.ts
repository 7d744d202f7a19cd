import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { anyPage } from '../lib/adapters/any-page.ts';
import { readPage } from '../lib/adapters/read-page.ts';
import { parseCapture } from '../lib/messages/parse.ts';
import { HOSTILE_STRINGS } from './hostile/strings.ts';

const FOLDER = resolve(import.meta.dirname, 'pages/web');
const AT = '2026-05-12T08:00:00.000Z';
const pages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, html: text(file), expected: JSON.parse(text(file.replace(/html$/, 'expected.json'))) }));

describe.each(pages)('web/$file', ({ html, expected }) => {
  const address = /<!-- address: (\S+) -->/.exec(html)?.[1] ?? '';

  test('is read as expected, twice the same, and is not changed by it', () => {
    const { document } = new JSDOM(html).window;
    const before = document.documentElement.outerHTML;
    const seen = readPage(anyPage, { url: new URL(address), document });
    expect({ digest: seen?.digest, papers: seen?.reading.papers, problems: seen?.reading.problems }).toEqual(expected);
    expect(readPage(anyPage, { url: new URL(address), document })).toEqual(seen);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('is read without an exception when it is cut at any of 20 lengths', () => {
    for (let part = 0; part < 20; part += 1)
      expectBounded(html.slice(0, Math.floor((html.length * part) / 20)), address);
  });

  test('is read without an exception when any kind of attribute is gone', () => {
    for (const name of new Set([...html.matchAll(/ ([a-z-]+)="/g)].map((match) => match[1] ?? ''))) {
      expectBounded(html.replaceAll(` ${name}="`, ' data-gone="'), address);
    }
  });

  test('stays within bounds whatever hostile string stands in all its metas and links', () => {
    const { document } = new JSDOM(html).window;
    for (const { text } of HOSTILE_STRINGS) {
      for (const meta of document.querySelectorAll('meta')) meta.setAttribute('content', text);
      for (const link of document.querySelectorAll('a')) link.textContent = text;
      expectWithin(readPage(anyPage, { url: new URL(address), document }));
    }
  });
});

describe('a page of no site', () => {
  test.each([
    [
      'a journal’s metas',
      '<meta name="citation_title" content="Annals"><meta name="citation_journal_title" content="Annals">',
    ],
    ['a title for other sites', '<meta property="og:title" content="Tides in Small Cups"><h1>Tides in Small Cups</h1>'],
    [
      'an article without an identifier',
      '<script type="application/ld+json">{"@type":"Article","headline":"News"}</script>',
    ],
    ['links that bear no titles', '<a href="https://arxiv.org/abs/2605.01001">Read the full paper here</a>'],
    ['links to lists', '<a href="https://arxiv.org/list/cs.LG/new">New papers in machine learning</a>'],
    ['nothing', ''],
  ])('that holds %s is no digest', (_, html) => {
    expect(readPage(anyPage, { url: new URL('https://a.example/b'), document: dom(html) })).toBeUndefined();
  });

  test.each([
    ['https://a.example/b/?utm_source=x#top', 'web:listing:a.example/b', 'https://a.example/b/'],
    ['https://a.example/b?id=7&ref=home', 'web:listing:a.example/b?id=7', 'https://a.example/b?id=7'],
  ])('at %s is %s', (address, key, url) => {
    const html = '<a href="https://arxiv.org/abs/2605.01001">Tides in Small Cups</a>';
    expect(readPage(anyPage, { url: new URL(address), document: dom(html) })?.digest).toMatchObject({ key, url });
  });

  test.each([
    ['Tides in Small Cups', true],
    ['静かな夜を歩く鳥の研究', true],
    ['Attention Is Enough: Paper 2', true],
    ['Two words', false],
    ['PubMed (opens in a new tab)', false],
    ['Read the paper on arXiv', false],
    ['Oduya and Wen (2025)', false],
    ['Oduya et al., 2025', false],
    ['https://arxiv.org/abs/2605.01001', false],
    ['arXiv:2605.01001 [cs.LG] new', false],
    ['doi: 10.5555/cups of tides', false],
    ['word '.repeat(100), false],
  ])('has "%s" as the title of a paper: %s', (title, isTitle) => {
    const document = dom('<a href="https://arxiv.org/abs/2605.01001"></a>');
    for (const link of document.querySelectorAll('a')) link.textContent = title;
    expect(readPage(anyPage, { url: new URL('https://a.example/b'), document }) !== undefined).toBe(isTitle);
  });
});

function text(file: string): string {
  return readFileSync(resolve(FOLDER, file), 'utf8');
}

function dom(html: string): Document {
  return new JSDOM(`<!doctype html>${html}`).window.document;
}

function expectBounded(html: string, address: string): void {
  expectWithin(readPage(anyPage, { url: new URL(address), document: new JSDOM(html).window.document }));
}

/** What was read passes as a message, which is to say that every field is of its kind and within its limit. */
function expectWithin(seen: ReturnType<typeof readPage>): void {
  if (!seen) return;
  const { digest, reading } = seen;
  const capture = { digest, adapter: digest.site, seenAt: AT, papers: reading.papers, problems: reading.problems };
  expect(parseCapture(capture)).toEqual(capture);
}
