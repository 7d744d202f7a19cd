import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';

const ORIGIN = 'https://europepmc.org';

describe('the digest of an address of Europe PMC', () => {
  test.each([
    ['/search?query=Slow%20%20Rivers&page=2', 'search:slow rivers', '/search?query=Slow%20Rivers'],
    ['/article/med/123?x=1#abstract', 'paper:MED/123', '/article/MED/123'],
    ['/abstract/MED/123', 'paper:MED/123', '/article/MED/123'],
    ['/article/PPR/PPR123', 'paper:PPR/PPR123', '/article/PPR/PPR123'],
    ['/article/pmc/pmc123/', 'paper:PMC/PMC123', '/article/PMC/PMC123'],
    ['/articles/PMC123', 'paper:PMC/PMC123', '/article/PMC/PMC123'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read('<main></main>', path)?.digest).toMatchObject({
      key: `europepmc:${key}`,
      url: `${ORIGIN}${canonical}`,
    });
  });

  test.each([
    '/',
    '/search',
    '/search?query=%20',
    '/article/MED',
    '/article/MED/1/2',
    '/authors/0000-0000-0000-0001',
    '/Help',
  ])('%s is none', (path) => {
    expect(read('<h1>T</h1>', path)).toBeUndefined();
  });

  test('is none where the site answers with an error page', () => {
    expect(read('<main><h1>404 Not Found</h1></main>', '/article/MED/123')).toBeUndefined();
  });
});

test('a search that says it found nothing is empty, not changed', () => {
  const seen = read('<main><p>Sorry, no results were found for your search.</p></main>', '/search?query=zzz');
  expect(seen?.reading).toMatchObject({ papers: [], problems: [], isEmpty: true });
});

describe('the page of one record', () => {
  test('does not take the metas of the record before, which stay when the page is changed in place', () => {
    const before = '<meta name="citation_title" content="Before"><meta name="citation_doi" content="10.5555/before">';
    const now = '<h1 id="article--current--title">Now.</h1>';
    expect(paper(`${before}${now}`)).toMatchObject({ title: 'Now', identifiers: ['pmid:123'] });
    expect(paper(`${before}<meta name="citation_pmid" content="9">`)).toBeUndefined();
  });

  test('names no authors of similar articles as its own', () => {
    const html =
      '<h1>Now.</h1><ul><li class="citation"><a href="/search?query=AUTH%3A%22Rey%20T%22">Rey T</a></li></ul>';
    expect(paper(html)).not.toHaveProperty('authors');
  });

  test('takes an extract for no abstract', () => {
    const html = '<h1>Now.</h1><div id="article--abstract--content">Rivers slow where …</div>';
    expect(paper(html)).not.toHaveProperty('abstract');
  });
});

test('a row without its marks is still read by its links', () => {
  const html =
    '<main><ul><li>Export</li><li><h3><a href="/article/MED/1">One.</a></h3><p><a href="/search?query=AUTH%3A%22Rey%20T%22">Rey T</a></p></li></ul></main>';
  expect(read(html, '/search?query=x')?.reading.papers).toMatchObject([
    { identifiers: ['pmid:1'], title: 'One', authors: ['Rey T'] },
  ]);
});

function read(html: string, path: string) {
  return readHtml(html, `${ORIGIN}${path}`);
}

function paper(html: string) {
  return read(html, '/article/MED/123')?.reading.papers[0];
}
