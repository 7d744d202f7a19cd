import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import { isFrontMatter, yearOf } from './acl-address.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://aclanthology.org';

describe('the digest of an address', () => {
  test.each([
    ['/volumes/2026.garden-long/', 'listing:volumes/2026.garden-long', '/volumes/2026.garden-long/'],
    ['/volumes/N18-1', 'listing:volumes/N18-1', '/volumes/N18-1/'],
    ['/events/garden-2026/#2026garden-short', 'listing:events/garden-2026', '/events/garden-2026/'],
    ['/people/y/yuki-niwa/', 'listing:people/yuki-niwa', '/people/y/yuki-niwa/'],
    ['/people/yuki-niwa/', 'listing:people/yuki-niwa', '/people/yuki-niwa/'],
    ['/people/bo-bucket/unverified/', 'listing:people/bo-bucket/unverified', '/people/bo-bucket/unverified/'],
    ['/2026.garden-long.1', 'paper:2026.garden-long.1', '/2026.garden-long.1/'],
    ['/n18-1001/', 'paper:N18-1001', '/N18-1001/'],
    ['/2020.nlp4_if-1.12/', 'paper:2020.nlp4_if-1.12', '/2020.nlp4_if-1.12/'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read('<main></main>', path)?.digest).toMatchObject({ key: `acl:${key}`, url: `${ORIGIN}${canonical}` });
  });

  test.each([
    '/',
    '/search/?q=slow',
    '/volumes/',
    '/volumes/2026.garden-long.bib',
    '/people/',
    '/people/y/',
    '/venues/garden/',
    '/sigs/siggarden/',
    '/faq/',
    '/2026.garden-long.0/',
    '/W18-6300/',
    '/2026.garden-long.1.pdf',
    '/N18-1001.bib',
    '/2026.garden-long/',
  ])('%s is none', (path) => {
    expect(read('<main><h2 id="title">T</h2></main>', path)).toBeUndefined();
  });

  test('is none where the site answers with an error page', () => {
    const html = '<main><h2 id="title" class="display-2">404</h2><h4>No such page.</h4></main>';
    expect(read(html, '/2026.garden-long.999/')).toBeUndefined();
  });
});

test.each([
  ['2026.garden-long.0', true, '2026'],
  ['2026.garden-long.10', false, '2026'],
  ['N18-1000', true, '2018'],
  ['N18-1100', false, '2018'],
  ['W07-6300', true, '2007'],
  ['D19-5000', true, '2019'],
  ['D19-1100', false, '2019'],
  ['C69-0100', true, '1969'],
  ['J79-1002', false, '1979'],
])('%s: front matter %s, of %s', (id, isFront, year) => {
  expect(isFrontMatter(id)).toBe(isFront);
  expect(yearOf(id)).toBe(year);
});

describe('a row', () => {
  test('needs none of the site’s class names', () => {
    const row =
      '<p><span><a href="/2026.garden-long.7.bib">bib</a></span><span><strong><a href="/2026.garden-long.7/">T</a></strong><br><a href="/people/yuki-niwa/">Yuki Niwa</a></span></p><div id="abstract-2026--garden-long--7">It grows.</div>';
    const { papers, rows } = read(`<main>${row}</main>`, '/volumes/2026.garden-long/')?.reading ?? {};
    expect(papers).toEqual([
      {
        identifiers: ['acl:2026.garden-long.7'],
        source: 'publisher-page',
        title: 'T',
        authors: ['Yuki Niwa'],
        abstract: 'It grows.',
        published: '2026',
        page: `${ORIGIN}/2026.garden-long.7/`,
        rank: 1,
      },
    ]);
    expect(rows?.get(1)?.map((element) => element.localName)).toEqual(['p', 'div']);
  });

  test('takes the month of its volume only when the year is the same', () => {
    const details = '<dl><dt>Month:</dt><dd>May</dd><dt>Year:</dt><dd>2026</dd></dl>';
    const row = (id: string) => `<p><strong><a href="/${id}/">${id}</a></strong></p>`;
    const html = `<main>${details}${row('2026.garden-long.1')}${row('2025.garden-long.1')}</main>`;
    const papers = read(html, '/volumes/2026.garden-long/')?.reading.papers;
    expect(papers?.map((paper) => paper.published)).toEqual(['2026-05', '2025']);
  });
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(`<!doctype html>${html}`, `${ORIGIN}${path}`);
}
