import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { arxiv } from './arxiv.ts';

const EMPTY = '<main></main>';

describe('an address on arXiv', () => {
  test.each([
    ['/list/cs.LG/new', 'listing', 'arxiv:new:cs.LG'],
    ['/list/cs.LG/new?skip=0&show=50', 'listing', 'arxiv:new:cs.LG'],
    ['/list/cs.LG/recent', 'listing', 'arxiv:recent:cs.LG'],
    ['/list/cs.LG/pastweek?skip=50&show=25', 'listing', 'arxiv:recent:cs.LG'],
    ['/list/cs.LG/current', 'listing', 'arxiv:recent:cs.LG'],
    ['/list/math?skip=50', 'listing', 'arxiv:recent:math'],
    ['/list/cond-mat.mtrl-sci/2026-05', 'month', 'arxiv:month:cond-mat.mtrl-sci:2026-05'],
    ['/list/hep-th/9901', 'month', 'arxiv:month:hep-th:1999-01'],
    ['/list/cs.LG/2025', 'listing', 'arxiv:listing:cs.LG:2025'],
    ['/list/cs.LG/2010', 'listing', 'arxiv:listing:cs.LG:2010'],
    ['/catchup/grp_physics/2026-08-14?abs=True', 'day', 'arxiv:day:grp_physics:2026-08-14'],
    ['/search/?query=Night%20Birds&searchtype=all&source=header', 'search', 'arxiv:search:night birds'],
    ['/search?query=Night+Birds&start=50', 'search', 'arxiv:search:night birds'],
    ['/search/cs?query=Son%2C+G&searchtype=author', 'search', 'arxiv:search:author son, g in cs'],
    ['/search/advanced?terms-0-term=owl&terms-0-field=title', 'search', 'arxiv:search:title owl'],
    [
      '/search/advanced?terms-0-term=owl&date-filter_by=specific_year&date-year=2024',
      'search',
      'arxiv:search:owl in 2024',
    ],
    ['/search/advanced?terms-0-term=owl&date-filter_by=past_12', 'search', 'arxiv:search:owl in past_12'],
    ['/a/warner_s_1', 'search', 'arxiv:search:author warner_s_1'],
    ['/abs/2605.01001', 'paper', 'arxiv:paper:2605.01001'],
    ['/abs/2605.01001v12/', 'paper', 'arxiv:paper:2605.01001'],
    ['/abs/math.GT/0309136v2', 'paper', 'arxiv:paper:math/0309136'],
    ['/abs/hep-th/9901001', 'paper', 'arxiv:paper:hep-th/9901001'],
  ])('%s is a %s', (path, kind, key) => {
    for (const host of ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org']) {
      const digest = recognised(`https://${host}${path}`, EMPTY);
      expect(digest).toMatchObject({ kind, key, site: 'arxiv' });
      expect(new URL(digest?.url ?? '').host).toBe(host);
    }
  });

  test.each([
    '/',
    '/list/',
    '/list/cs.LG/2026-08-14/x',
    '/archive/cs',
    '/year/cs/2026',
    '/pdf/2605.01001',
    '/html/2605.01001v1',
    '/abs/2613.01001',
    '/abs/',
    '/search/',
    '/search/?query=%20',
    '/search/advanced',
    '/catchup',
    '/catchup/cs.LG/2026-02-30',
    '/a/',
    '/help/find',
  ])('%s is no digest', (path) => {
    expect(recognised(`https://arxiv.org${path}`, EMPTY)).toBeUndefined();
  });

  test.each([
    ['/abs/2605.99999', '<title>[2605.99999] Article not found</title>', '<h1>Article 2605.99999 not found</h1>'],
    ['/abs/2605.99999', '', "<h1>Article identifier '2605.99999' not recognized</h1>"],
    ['/list/xx/new', '', '<h1>Invalid archive or category: xx</h1>'],
    ['/catchup/cs.LG/2020-01-01', '', '<h1>Invalid date: 2020-01-01. Catchup only allowed for past 90 days</h1>'],
    ['/a/nobody_x_1', '', '<h1>Author nobody_x_1 not found</h1>'],
    ['/list/cs/new', '<title>403 Forbidden</title>', ''],
    ['/list/cs/new', '', '<pre>Rate exceeded.</pre>'],
  ])('%s with an error on it is no digest: %s%s', (path, head, body) => {
    expect(recognised(`https://arxiv.org${path}`, `<head>${head}</head><body>${body}</body>`)).toBeUndefined();
  });

  test('of a search is the same on every page of it and in every order', () => {
    const address = 'https://arxiv.org/search/?query=owls&searchtype=all';
    const other = `${address}&abstracts=show&order=-announced_date_first&size=50&start=100`;
    expect(recognised(other, EMPTY)).toEqual(recognised(address, EMPTY));
  });

  test('of a paper about errors is its digest', () => {
    const html = '<title>[2605.01001] Error Not Found</title><h1>Computer Science</h1><h1>Title:Error Not Found</h1>';
    expect(recognised('https://arxiv.org/abs/2605.01001', html)?.title).toBe('Error Not Found');
  });

  test.each([
    ['<h3>Showing new listings for Friday, 14 August 2026</h3>', 'arxiv:day:cs.LG:2026-08-14'],
    ['<h3>New submissions for Friday, 14 August 2026 (showing 3 of 3 entries )</h3>', 'arxiv:day:cs.LG:2026-08-14'],
    ['<h3>Cross-lists for Fri, 13 Oct 23</h3>', 'arxiv:day:cs.LG:2023-10-13'],
    ['<h3>Showing new listings for Friday, 31 February 2026</h3>', 'arxiv:new:cs.LG'],
  ])('/new is of the day that its heading names: %s', (html, key) => {
    expect(recognised('https://arxiv.org/list/cs.LG/new', html)?.key).toBe(key);
  });

  test('with four digits is of the month that its heading names', () => {
    const html = '<h2>Authors and titles for October 2020 </h2>';
    expect(recognised('https://arxiv.org/list/cs.LG/2010', html)?.key).toBe('arxiv:month:cs.LG:2020-10');
  });
});

function recognised(address: string, html: string) {
  return arxiv.recognise({ url: new URL(address), document: dom(html) });
}

function dom(html: string): Document {
  return new JSDOM(`<!doctype html>${html}`).window.document;
}
