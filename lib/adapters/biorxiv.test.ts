import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import { bareDoi } from './biorxiv-address.ts';

const BIO = 'https://www.biorxiv.org';
const MED = 'https://www.medrxiv.org';

describe('the digest of an address of bioRxiv or medRxiv', () => {
  test.each([
    [`${BIO}/collection/Ecology?page=4`, 'listing:ecology', `${BIO}/collection/ecology`],
    [`${MED}/collection/epidemiology`, 'listing:medrxiv:epidemiology', `${MED}/collection/epidemiology`],
    [`${BIO}/content/early/recent?page=1`, 'listing:recent', `${BIO}/content/early/recent`],
    [`${BIO}/archive`, 'listing:archive', `${BIO}/archive`],
    [
      `${BIO}/search/Slow%252Brivers%20numresults%3A25%20sort%3Adate`,
      'search:slow rivers',
      `${BIO}/search/Slow%252Brivers`,
    ],
    [
      `${BIO}/search/abstract_title%3Arivers%20abstract_title_flags%3Amatch-all%20jcode%3Abiorxiv`,
      'search:abstract_title:rivers',
      `${BIO}/search/abstract_title%3Arivers`,
    ],
    [`${MED}/search/rivers`, 'search:medrxiv:rivers', `${MED}/search/rivers`],
    [`${BIO}/search/100%25`, 'search:100%', `${BIO}/search/100%25`],
    [`${BIO}/content/10.1101/654321v2`, 'paper:10.1101/654321', `${BIO}/content/10.1101/654321`],
    [
      `${MED}/content/10.64898/2026.05.02.26700002v1.full.pdf+html`,
      'paper:10.64898/2026.05.02.26700002',
      `${MED}/content/10.64898/2026.05.02.26700002`,
    ],
    [`${BIO}/content/10.1101/2021.02.12.431001v3.abstract#x`, 'paper:10.1101/2021.02.12.431001', undefined],
    [`${BIO}/content/early/2018/06/05/654321`, 'paper:10.1101/654321', `${BIO}/content/10.1101/654321`],
  ])('%s is %s', (address, key, url) => {
    expect(readHtml('<main></main>', address)?.digest).toMatchObject({ key: `biorxiv:${key}`, ...(url && { url }) });
  });

  test.each([
    `${BIO}/`,
    `${BIO}/about/FAQ`,
    `${BIO}/search`,
    `${BIO}/search/numresults%3A25`,
    `${BIO}/content/10.1101/654321v1.full.pdf`,
    `${BIO}/content/10.1101/654321v1abc`,
    `${BIO}/content/early/2018/06/05`,
    `${BIO}/collection/`,
  ])('%s is none', (address) => {
    expect(readHtml('<h1>T</h1>', address)).toBeUndefined();
  });

  test('is none where the site answers with an error page or a robot check', () => {
    for (const heading of ['Page not found', 'Just a moment...'])
      expect(readHtml(`<h1>${heading}</h1>`, `${BIO}/content/10.1101/654321v1`)).toBeUndefined();
    expect(readHtml('<h1>Error-prone owls</h1>', `${BIO}/content/10.1101/654321v1`)).toBeDefined();
  });
});

test('a search that says it found nothing is empty, not changed', () => {
  const reading = readHtml('<h1 id="page-title">No Results</h1>', `${BIO}/search/zzz`)?.reading;
  expect(reading).toMatchObject({ papers: [], problems: [], isEmpty: true });
});

test('the page of one preprint does not take the metas of another', () => {
  const metas = '<meta name="citation_title" content="Other"><meta name="citation_doi" content="10.1101/111111">';
  const papers = readHtml(`${metas}<h1>Own</h1>`, `${BIO}/content/10.1101/654321v1`)?.reading.papers;
  expect(papers).toMatchObject([{ title: 'Own', identifiers: ['doi:10.1101/654321'], venue: 'bioRxiv' }]);
});

test('the page of one preprint takes its abstract from its metas where it shows none', () => {
  const metas =
    '<meta name="citation_title" content="Own"><meta name="citation_doi" content="10.1101/654321v2"><meta name="citation_abstract" content="&lt;h3&gt;Abstract&lt;/h3&gt;&lt;p&gt;Owls answer trains.&lt;/p&gt;">';
  const papers = readHtml(metas, `${BIO}/content/10.1101/654321v1`)?.reading.papers;
  expect(papers).toMatchObject([{ identifiers: ['doi:10.1101/654321'], abstract: 'Owls answer trains.' }]);
});

test.each([
  ['10.1101/654321v2', 'doi:10.1101/654321'],
  ['10.64898/2026.05.01.700001v11', 'doi:10.64898/2026.05.01.700001'],
  ['10.1101/654321', 'doi:10.1101/654321'],
  ['10.1101/gr.123v1', 'doi:10.1101/gr.123v1'],
])('%s is the DOI %s', (text, doi) => {
  expect(bareDoi(text)).toBe(doi);
});
