import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://www.semanticscholar.org';
const ID = '1111111111aaaaaaaaaa1111111111aaaaaaaaaa';
const SEARCH = '/search?q=slow';

describe('the digest of an address', () => {
  test.each([
    ['/search?q=Slow%20%20Maße&sort=relevance&page=3', 'search:slow masse', '/search?q=Slow%20Ma%C3%9Fe'],
    [`/paper/Slow-Rivers-Niwa/${ID}`, `paper:${ID}`, `/paper/${ID}`],
    [`/paper/${ID}?sort=relevance#citing-papers`, `paper:${ID}`, `/paper/${ID}`],
    ['/author/Ida-Gardener/5142080?page=2', 'listing:author/5142080', '/author/Ida-Gardener/5142080'],
    ['/author/5142080', 'listing:author/5142080', '/author/5142080'],
    ['/author/%E0%A4%A/5142080', 'listing:author/5142080', '/author/%E0%A4%A/5142080'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read('<main></main>', path)?.digest).toMatchObject({
      key: `semanticscholar:${key}`,
      url: `${ORIGIN}${canonical}`,
    });
  });

  test.each([
    '/',
    '/search?q=',
    '/search/authors?q=slow',
    '/paper/Slow-Rivers-Niwa',
    `/paper/Slow-Rivers-Niwa/${ID}/figure/2`,
    `/reader/${ID}`,
    '/author/Ida-Gardener',
    '/venue?name=Hedges',
    '/me/library',
  ])('%s is none', (path) => {
    expect(read(`<main><h1>T</h1></main>`, path)).toBeUndefined();
  });

  test('is none where a check for robots stands in place of the page', () => {
    expect(read('<div id="captcha-container"></div>', SEARCH)).toBeUndefined();
  });
});

test('a search that finds nothing is no sign of a changed site', () => {
  const html = '<main><h2>No results found for your search.</h2></main>';
  expect(read(html, SEARCH)?.reading).toMatchObject({ papers: [], problems: [] });
});

describe('a row', () => {
  test('needs none of the site’s class names', () => {
    const row = `<div data-paper-id="${ID}"><a href="/paper/T/${ID}"><h2>Slow <em>Rivers</em></h2></a><ul><a href="/author/Yuki-Niwa/88">Yuki Niwa</a><li><span>7 January 2025</span></li></ul></div>`;
    expect(read(`<main>${row}</main>`, SEARCH)?.reading.papers).toEqual([
      {
        identifiers: [`s2:${ID}`],
        source: 'digest-card',
        title: 'Slow Rivers',
        authors: ['Yuki Niwa'],
        published: '2025-01-07',
        page: `${ORIGIN}/paper/${ID}`,
        rank: 1,
      },
    ]);
  });

  test('is found by the link of its title where it has neither its id nor its class', () => {
    const row = (id: string) =>
      `<div><a data-test-id="title-link" href="/paper/T/${id}"><h2>${id}</h2></a><a href="/author/Yuki-Niwa/88">Yuki Niwa</a></div>`;
    const papers = read(`<main>${row(ID)}${row(ID.replaceAll('1', '2'))}</main>`, SEARCH)?.reading.papers;
    expect(papers?.map(({ title, authors }) => [title, authors])).toEqual([
      [ID, ['Yuki Niwa']],
      [ID.replaceAll('1', '2'), ['Yuki Niwa']],
    ]);
  });

  test('takes the paper’s own link before those to copies', () => {
    const links =
      '<a href="https://doi.org/10.9999/copy">PDF</a><a data-test-id="paper-link" href="https://doi.org/10.1234/own">View</a>';
    const row = `<div data-paper-id="${ID}"><a href="/paper/T/${ID}"><h2>T</h2></a>${links}</div>`;
    const paper = read(`<main>${row}</main>`, SEARCH)?.reading.papers[0];
    expect(paper?.identifiers).toEqual(['doi:10.1234/own', `s2:${ID}`]);
  });
});

describe('the data of a paper’s page', () => {
  const path = `/paper/T/${ID}`;
  test.each<[string, unknown, object]>([
    ['an author by the name alone', { author: 'Yuki Niwa' }, { authors: ['Yuki Niwa'] }],
    ['a journal as an object', { publication: { name: 'Hedges' } }, { venue: 'Hedges' }],
    ['a year alone', { copyrightYear: '2024' }, { published: '2024' }],
    ['a DOI', { doi: '10.1234/X' }, { identifiers: ['doi:10.1234/x', `s2:${ID}`] }],
    ['an extract, which is no abstract', { abstract: 'It grows and…' }, {}],
    ['an abstract', { abstract: 'It grows.' }, { abstract: 'It grows.' }],
  ])('may hold %s', (_, fields, expected) => {
    const article = { '@type': 'ScholarlyArticle', headline: 'T', ...(fields as object) };
    expect(paperWith(JSON.stringify({ '@graph': [{ '@type': 'BreadcrumbList' }, [article]] }))).toEqual({
      identifiers: [`s2:${ID}`],
      source: 'digest-card',
      title: 'T',
      page: `${ORIGIN}/paper/${ID}`,
      rank: 1,
      ...expected,
    });
  });

  function paperWith(json: string) {
    const script = `<script type="application/ld+json" class="schema-data">${json}</script>`;
    return read(`${script}<main><h1>T</h1></main>`, path)?.reading.papers[0];
  }
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(`<!doctype html>${html}`, `${ORIGIN}${path}`);
}
