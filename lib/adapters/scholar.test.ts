import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import { bylineIn } from './scholar-byline.ts';
import { identifierInAddress } from './scholar-link.ts';

const ORIGIN = 'https://scholar.google.com';
const NBSP = '\u00a0';

describe('the digest of an address of Google Scholar', () => {
  test.each([
    ['/scholar?start=20&q=Slow++Rivers&hl=en&as_ylo=2020', 'search:slow rivers', '/scholar?q=Slow%20Rivers'],
    ['/scholar?cites=123&hl=en', 'search:cites:123', '/scholar?cites=123'],
    ['/scholar?cites=123,456&q=fog', 'search:cites:123,456 fog', '/scholar?cites=123,456&q=fog'],
    ['/scholar?cluster=77', 'search:cluster:77', '/scholar?cluster=77'],
    ['/scholar?q=related:abc:scholar.google.com/', 'search:related:abc:scholar.google.com/', undefined],
    ['/citations?user=AbCdEfGh-_Kl&hl=de', 'listing:AbCdEfGh-_Kl', '/citations?user=AbCdEfGh-_Kl'],
    ['/citations?view_op=list_works&user=AbCdEfGhIjKl', 'listing:AbCdEfGhIjKl', '/citations?user=AbCdEfGhIjKl'],
  ])('%s is %s', (path, key, canonical) => {
    const digest = read('<main></main>', path)?.digest;
    expect(digest).toMatchObject({ key: `scholar:${key}`, ...(canonical && { url: `${ORIGIN}${canonical}` }) });
  });

  test.each([
    '/',
    '/scholar',
    '/scholar?q=',
    '/scholar?q=info:abc:scholar.google.com/&output=cite',
    '/scholar?scilib=1&q=x',
    '/scholar_case?case=1',
    '/citations?view_op=view_citation&user=AbCdEfGhIjKl&citation_for_view=AbCdEfGhIjKl:x',
    '/citations?view_op=search_authors&mauthors=x',
    '/scholar_settings?q=x',
  ])('%s is none', (path) => {
    expect(read('<div data-cid="a"><h3>T</h3></div>', path)).toBeUndefined();
  });

  test.each(['gs_captcha_ccl', 'gs_captcha_f', 'captcha-form', 'recaptcha'])('is none on a robot check (%s)', (id) => {
    expect(read(`<div id="${id}">Please show you are not a robot</div>`, '/scholar?q=x')).toBeUndefined();
    expect(read(`<div id="${id}"></div>`, '/citations?user=AbCdEfGhIjKl')).toBeUndefined();
  });
});

test('a search that says it found nothing is empty, not changed', () => {
  const html = '<div id="gs_res_ccl">Your search - <b>zzz</b> - did not match any articles.</div>';
  expect(read(html, '/scholar?q=zzz')?.reading).toMatchObject({ papers: [], problems: [], isEmpty: true });
});

test('a title without a link loses its labels in any language', () => {
  const html = '<div data-cid="a"><h3>[ZITATION][C] [Sic] Slow rivers</h3><div>M Oduya - 2001</div></div>';
  const papers = read(html, '/scholar?q=x')?.reading.papers;
  expect(papers).toMatchObject([{ title: 'Slow rivers', authors: ['M Oduya'], published: '2001' }]);
});

test.each([
  [
    `M Oduya, J Åkervik…${NBSP}- River${NBSP}letters, 2026 - x.example`,
    ['M Oduya', 'J Åkervik'],
    true,
    'River letters',
    '2026',
  ],
  [`B Lund${NBSP}- 2018 - x.example`, ['B Lund'], false, undefined, '2018'],
  [`B Lund${NBSP}- River letters - x.example`, ['B Lund'], false, 'River letters', undefined],
  [`B Lund${NBSP}- x.example`, ['B Lund'], false, undefined, undefined],
  [`B Lund${NBSP}- River letters, 1899`, ['B Lund'], false, 'River letters', undefined],
  [`B Lund${NBSP}- Proc. Rivers${NBSP}…, 2020 - Wiley`, ['B Lund'], false, undefined, '2020'],
  [`J-P Rey, H Ito${NBSP}- Rivers - Part B, 2020 - Wiley`, ['J-P Rey', 'H Ito'], false, 'Rivers - Part B', '2020'],
  ['River letters, 2016 - x.example', [], false, 'River letters', '2016'],
  ['B Lund', ['B Lund'], false, undefined, undefined],
  ['', [], false, undefined, undefined],
])('"%s" names %j', (text, authors, areSome, venue, published) => {
  const { arxiv: _, ...byline } = { venue: undefined, published: undefined, ...bylineIn(text) };
  expect(byline).toEqual({ authors, areSome, venue, published });
});

test('a venue that is an arXiv identifier identifies', () => {
  expect(bylineIn('B Lund - arXiv preprint arXiv:2605.01001, 2026 - arxiv.org').arxiv).toBe('arxiv:2605.01001');
});

test.each([
  ['https://arxiv.org/pdf/2605.01001v2.pdf', 'arxiv:2605.01001'],
  ['https://doi.org/10.5555/ABC', 'doi:10.5555/abc'],
  ['https://pubs.example/doi/abs/10.5555/abc.1', 'doi:10.5555/abc.1'],
  ['https://pubs.example/doi/10.5555/abc.1/full', 'doi:10.5555/abc.1'],
  ['https://pubs.example/content/pdf/10.5555%2F978-3-1_12.pdf', 'doi:10.5555/978-3-1_12'],
  ['https://pubs.example/articles/10.5555/front.2020.1/full', 'doi:10.5555/front.2020.1'],
  ['https://www.medrxiv.org/content/10.1101/2021.02.12.21200001v2.full.pdf', 'doi:10.1101/2021.02.12.21200001'],
  ['https://pubs.example/article/doi/10.5555/rivers/abc/4567', undefined],
  ['https://pubs.example/doi/10.5555/rivers/abc', undefined],
  ['https://pubs.example/doi/10.5555/abc%3C1', undefined],
  ['https://pubs.example/get?doi=10.5555/abc', undefined],
  ['https://pubs.example/files/10.5555/abc', undefined],
  ['javascript:void(0)', undefined],
  [undefined, undefined],
])('%s is an address of %s', (href, identifier) => {
  expect(identifierInAddress(href)).toBe(identifier);
});

function read(html: string, path: string) {
  return readHtml(html, `${ORIGIN}${path}`);
}
