import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePageFiles } from './page-files.ts';

const ADDRESS = 'https://papers.cool/arxiv/search?query=herons';
const WANTED = { site: 'paperscool', name: 'search-herons', address: ADDRESS };
const PANEL = '<div id="2605.00001"><a id="title-2605.00001">How Herons Decide</a></div>';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fillIn(body = PANEL): void {
  const page = join(folder, 'paperscool/search-herons.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<main>.*<\/main>/s, `<main>${body}</main>`));
}

test('a page to fill in begins with the doctype and its address', () => {
  const { done, file } = makePageFiles(folder, WANTED);
  expect(done).toBe('page');
  expect(readFileSync(file, 'utf8').split('\n').slice(0, 2)).toEqual([
    '<!doctype html>',
    `<!-- address: ${ADDRESS} -->`,
  ]);
});

test('a page that was filled in gets its reading, which then stays as it is', () => {
  makePageFiles(folder, WANTED);
  fillIn();
  const { done, file, papers } = makePageFiles(folder, { ...WANTED, address: undefined });
  expect({ done, papers }).toEqual({ done: 'reading', papers: 1 });
  const written = readFileSync(file, 'utf8');
  expect(JSON.parse(written)).toMatchObject({
    digest: { key: 'paperscool:search:herons' },
    papers: [{ identifiers: ['arxiv:2605.00001'], title: 'How Herons Decide' }],
    problems: [],
  });
  expect(makePageFiles(folder, WANTED).done).toBe('nothing');
  fillIn(PANEL.replace('Decide', 'Dither'));
  expect(() => makePageFiles(folder, WANTED)).toThrow('expects something else');
  expect(readFileSync(file, 'utf8')).toBe(written);
});

test('a page that was not filled in gets no reading', () => {
  makePageFiles(folder, WANTED);
  expect(() => makePageFiles(folder, WANTED)).toThrow('fill the page in first');
});

test.each([
  [{ ...WANTED, site: 'nowhere' }, 'no adapter "nowhere"'],
  [{ ...WANTED, name: '../Search' }, 'is no name'],
  [{ ...WANTED, address: undefined }, 'needs its address'],
  [{ ...WANTED, address: 'https://evil.example/arxiv/cs.LG' }, 'on papers.cool'],
  [{ ...WANTED, address: 'http://papers.cool/arxiv/cs.LG' }, 'needs its address'],
])('%o is refused', (wanted, why) => {
  expect(() => makePageFiles(folder, wanted)).toThrow(why);
});

test('a filled page at another address, or without one, or that the site does not know, is refused', () => {
  const { file } = makePageFiles(folder, WANTED);
  fillIn();
  expect(() => makePageFiles(folder, { ...WANTED, address: 'https://papers.cool/arxiv/cs.LG' })).toThrow('and not at');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(ADDRESS, 'https://papers.cool/about'));
  expect(() => makePageFiles(folder, { ...WANTED, address: undefined })).toThrow('does not recognise');
  writeFileSync(file, html.replace(/<!--.*-->\n/, ''));
  expect(() => makePageFiles(folder, WANTED)).toThrow('does not say its address');
});
