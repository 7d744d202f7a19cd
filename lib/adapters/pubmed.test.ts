import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import { citationIn, namesIn, withoutFinalDot } from './pubmed-citation.ts';

const ORIGIN = 'https://pubmed.ncbi.nlm.nih.gov';

describe('the digest of an address of PubMed', () => {
  test.each([
    ['/?term=Slow++Rivers&page=3&size=200', 'search:slow rivers', '/?term=Slow%20Rivers'],
    ['/?term=x&format=abstract', 'search:x', '/?term=x'],
    [
      '/?linkname=pubmed_pubmed_citedin&from_uid=123',
      'search:cites pmid 123',
      '/?linkname=pubmed_pubmed_citedin&from_uid=123',
    ],
    ['/?linkname=pubmed_gene&from_uid=9', 'search:pubmed_gene pmid 9', '/?linkname=pubmed_gene&from_uid=9'],
    ['/123/', 'paper:123', '/123/'],
    ['/123?term=slow#abstract', 'paper:123', '/123/'],
    ['/collections/60000001', 'listing:60000001', '/collections/60000001/'],
    ['/trending/?sort=date', 'trending', '/trending/'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read('<main></main>', path)?.digest).toMatchObject({ key: `pubmed:${key}`, url: `${ORIGIN}${canonical}` });
  });

  test.each([
    '/',
    '/?term=',
    '/?term=x&format=pmid',
    '/?linkname=pubmed_pubmed',
    '/?linkname=../x&from_uid=1',
    '/advanced/',
    '/1234567890/',
    '/123/citations/',
  ])('%s is none', (path) => {
    expect(read('<article data-rel-pos="1"><a href="/1/">T</a></article>', path)).toBeUndefined();
  });

  test('is none where the site answers with an error page', () => {
    for (const heading of ['Page not found', '404', '404 – Not found.', 'Error'])
      expect(read(`<main><h1>${heading}</h1></main>`, '/123/')).toBeUndefined();
    for (const heading of ['Error-prone rivers', '500 mg of river water', 'Not found: fish'])
      expect(read(`<main><h1>${heading}</h1></main>`, '/123/')?.digest.title).toBe(heading);
  });

  test('has no address where the query is too long for one', () => {
    const digest = read('<main></main>', `/?term=${encodeURIComponent('水'.repeat(300))}`)?.digest;
    expect(digest).toMatchObject({ query: '水'.repeat(300) });
    expect(digest).not.toHaveProperty('url');
  });
});

test('a search that says it found nothing is empty, not changed', () => {
  const seen = read('<main><h1>Search Page</h1><p>No results were found.</p></main>', '/?term=zzz');
  expect(seen?.reading).toMatchObject({ papers: [], problems: [], isEmpty: true });
});

test('a page that shows less than half of the papers that it names has changed', () => {
  const html = '<main><div data-chunk-ids="1,2,3"><article><a href="/1/">One.</a></article></div></main>';
  const reading = read(html, '/?term=x')?.reading;
  expect(reading?.stated).toBe(3);
  expect(reading?.problems).toContainEqual({ code: 'site-changed', part: 'rows' });
});

describe('the page of one paper', () => {
  const page = (abstract: string, head = '') =>
    `<head>${head}</head><main><div id="full-view-heading"><h1>Slow rivers.</h1></div><div id="abstract"><div id="eng-abstract">${abstract}</div></div></main>`;

  test('gives no abstract that says itself that it is cut', () => {
    expect(paper(page('<p>Rivers slow. (ABSTRACT TRUNCATED AT 250 WORDS)</p>'))).not.toHaveProperty('abstract');
  });

  test('takes an abstract without paragraphs', () => {
    expect(paper(page('Rivers slow.'))?.abstract).toBe('Rivers slow.');
  });

  test('does not take the metas of another paper', () => {
    const metas =
      '<meta name="citation_title" content="Another"><meta name="citation_pmid" content="9"><meta name="citation_authors" content="Rey T;">';
    const read = paper(page('', metas));
    expect(read).toMatchObject({ title: 'Slow rivers', identifiers: ['pmid:123'] });
    expect(read).not.toHaveProperty('authors');
  });

  test('takes from its metas what it does not show', () => {
    const metas =
      '<meta name="citation_title" content="Slow rivers."><meta name="citation_pmid" content="123"><meta name="citation_authors" content="Rey T;Ito H;"><meta name="citation_doi" content="10.5555/X">';
    const html = `<head>${metas}</head><main></main>`;
    expect(paper(html)).toMatchObject({
      title: 'Slow rivers',
      authors: ['Rey T', 'Ito H'],
      identifiers: ['doi:10.5555/x', 'pmid:123'],
    });
  });
});

test.each([
  [
    'Psychol River. 2010 Jul;136(4):495-525. doi: 10.5555/a0019486.',
    'Psychol River',
    '2010-07',
    'doi:10.5555/a0019486',
  ],
  [
    'River (Oslo). 2023 Nov 21:104. doi: 10.5555//B. Online ahead of print.',
    'River (Oslo)',
    '2023-11-21',
    'doi:10.5555//b',
  ],
  ['U S River J. 1999 Spring;3:1.', 'U S River J', '1999', undefined],
  ['J River. 2020;7(1):1-9. Epub 2019 Dec 1.', 'J River', '2020', undefined],
  ['2025 Jan 3. In: RiverPearls [Internet]. Drift Island (FL).', 'RiverPearls [Internet]', '2025-01-03', undefined],
  ['In press', undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
])('"%s" is of %s, %s, %s', (text, venue, published, doi) => {
  expect({ venue: undefined, published: undefined, doi: undefined, ...citationIn(text) }).toEqual({
    venue,
    published,
    doi,
  });
});

test.each([
  ['Oduya M, Rey T Jr.', ['Oduya M', 'Rey T Jr'], true],
  ['Oduya M; Night Ferry Study Group.', ['Oduya M', 'Night Ferry Study Group'], true],
  ['Oduya M, et al.', ['Oduya M'], false],
  ['[No authors listed]', [], true],
  [' ', [], true],
])('"%s" names %j', (text, names, areAll) => {
  expect(namesIn(text)).toEqual({ names, areAll });
});

test.each([
  ['Slow rivers.\n ', 'Slow rivers'],
  ['[Do fish sleep?].', '[Do fish sleep?]'],
  ['Why?', 'Why?'],
  ['And then…', 'And then…'],
  ['And then...', 'And then...'],
  ['Boats, etc..', 'Boats, etc.'],
  ['.', ''],
])('the title "%s" is "%s"', (shown, title) => {
  expect(withoutFinalDot(shown)).toBe(title);
});

function read(html: string, path: string) {
  return readHtml(html, `${ORIGIN}${path}`);
}

function paper(html: string) {
  return read(html, '/123/')?.reading.papers[0];
}
