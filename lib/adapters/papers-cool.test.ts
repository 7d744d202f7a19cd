import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://papers.cool';
const EMPTY = '<main></main>';

describe('the digest of an address', () => {
  test.each([
    ['/arxiv/cs.LG', 'listing:cs.LG', '/arxiv/cs.LG'],
    ['/arxiv/cs.LG?show=500&sort=1', 'listing:cs.LG', '/arxiv/cs.LG'],
    ['/arxiv/cs.LG?date=2026-05-12&show=100', 'day:cs.LG:2026-05-12', '/arxiv/cs.LG?date=2026-05-12'],
    ['/arxiv/cs.LG?date=2026-02-30', 'listing:cs.LG', '/arxiv/cs.LG'],
    ['/arxiv/cond-mat.mes-hall', 'listing:cond-mat.mes-hall', '/arxiv/cond-mat.mes-hall'],
    ['/arxiv/quant-ph/', 'listing:quant-ph', '/arxiv/quant-ph'],
    ['/arxiv/math', 'listing:math', '/arxiv/math'],
    ['/arxiv/cs.LG,cs.CL', 'listing:cs.LG,cs.CL', '/arxiv/cs.LG,cs.CL'],
    [
      '/arxiv/search?highlight=1&query=Tidal++Marsh&show=75&skip=50',
      'search:tidal marsh',
      '/arxiv/search?query=Tidal%20Marsh',
    ],
    ['/venue/search?query=Tidal+Marsh', 'search:venue:tidal marsh', '/venue/search?query=Tidal%20Marsh'],
    ['/arxiv/2605.00001v3', 'paper:2605.00001', '/arxiv/2605.00001'],
    ['/arxiv/math/0309136', 'paper:math/0309136', '/arxiv/math/0309136'],
    ['/arxiv/2605.00002,2605.00001', 'listing:2605.00001,2605.00002', '/arxiv/2605.00002,2605.00001'],
    ['/venue/ICML.2025', 'listing:ICML.2025', '/venue/ICML.2025'],
    [
      '/venue/AAAI.2017?group=What%27s+New&show=9',
      "listing:AAAI.2017 What's New",
      "/venue/AAAI.2017?group=What's%20New",
    ],
    ['/venue/aB3xK9qLmZ@OpenReview', 'paper:aB3xK9qLmZ@OpenReview', '/venue/aB3xK9qLmZ@OpenReview'],
    ['/venue/aB3xK9qLmZ%40OpenReview', 'paper:aB3xK9qLmZ@OpenReview', '/venue/aB3xK9qLmZ@OpenReview'],
    ['/venue/Pool_Brown@CVPR2025@CVF', 'paper:Pool_Brown@CVPR2025@CVF', '/venue/Pool_Brown@CVPR2025@CVF'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read(EMPTY, path)?.digest).toMatchObject({ key: `paperscool:${key}`, url: `${ORIGIN}${canonical}` });
  });

  test.each([
    '/',
    '/arxiv',
    '/arxiv/search',
    '/arxiv/search?query=%20',
    '/arxiv/kimi?paper=2605.00001',
    '/arxiv/cs.LG/feed',
    '/arxiv/2605.00001,cs.LG',
    '/arxiv/%E0%A4%A',
    '/venue/kimi',
    '/venue/',
    '/page/about',
  ])('%s is none', (path) => {
    expect(read(EMPTY, path)).toBeUndefined();
  });

  test('is none where the site answers with an error', () => {
    expect(read('<h1>404 Not Found</h1>', '/arxiv/cs.LG')).toBeUndefined();
  });
});

describe('a list that grows', () => {
  test('keeps its digest and the places of its papers while its address changes', () => {
    const before = read(list(['2605.00001', '2605.00002']), '/arxiv/search?query=marsh&show=2');
    const after = read(list(['2605.00001', '2605.00002', '2605.00003']), '/arxiv/search?query=marsh&show=3');
    expect(after?.digest).toEqual(before?.digest);
    expect(after?.reading.papers.slice(0, 2)).toEqual(before?.reading.papers);
    expect(after?.reading.papers).toHaveLength(3);
  });

  test('is that of the day that the page bears, and of none where it bears several', () => {
    const info = (text: string) => `<p class="info">${text}</p>${list(['2605.00001'])}`;
    expect(read(info('2026-05-13 | Total: 189'), '/arxiv/cs.LG')?.digest.key).toBe('paperscool:day:cs.LG:2026-05-13');
    expect(read(info('2026-05-12 – 2026-05-13 | Total: 300'), '/arxiv/cs.LG')?.digest.key).toBe(
      'paperscool:listing:cs.LG',
    );
    expect(read(info('2026-05-13 | Total: 1000'), '/arxiv/search?query=x')?.digest.key).toBe('paperscool:search:x');
    expect(read(info('2026-05-13 | Total: 9'), '/venue/ICML.2025')?.digest.key).toBe('paperscool:listing:ICML.2025');
  });

  test('says that there is nothing where the page counts none', () => {
    const none = read('<p class="info"><a>2026-05-13</a> | Total: 0</p>', '/arxiv/search?query=x');
    expect(none?.reading).toMatchObject({ isEmpty: true, problems: [] });
    expect(read('<p class="info">Total: 10</p>', '/arxiv/search?query=x')?.reading.problems).toEqual([
      { code: 'site-changed', part: 'papers' },
    ]);
  });
});

describe('a paper', () => {
  test.each([
    ['2605.00001', ['arxiv:2605.00001']],
    ['aB3xK9qLmZ@OpenReview', ['openreview:aB3xK9qLmZ']],
    ['2025.marsh-long.7@ACL', ['acl:2025.marsh-long.7']],
    ['36984@AAAI', []],
    ['Pool_Brown@CVPR2025@CVF', []],
  ])('named %s goes by %o', (id, identifiers) => {
    expect(read(list([id]), '/venue/ICML.2025')?.reading.papers[0]?.identifiers).toEqual(identifiers);
  });

  test('is found by its title link where nothing bears its id', () => {
    const bare = list(['2605.00001', '2605.00002']).replaceAll(/ (?:id|class)="[^"]*"/g, '');
    expect(read(bare, '/arxiv/cs.LG')?.reading.papers.map(({ identifiers }) => identifiers)).toEqual([
      ['arxiv:2605.00001'],
      ['arxiv:2605.00002'],
    ]);
  });

  test('is read by the ids of its parts whatever their class names', () => {
    const renamed = list(['2605.00001']).replaceAll(/ class="[^"]*"/g, ' class="new"');
    const before = read(list(['2605.00001']), '/arxiv/cs.LG')?.reading.papers;
    expect(before?.[0]?.authors).toEqual(['Wilma Reed']);
    expect(read(renamed, '/arxiv/cs.LG')?.reading.papers).toEqual(before);
  });

  test('has the title of its own link, whatever link a script of the reader adds', () => {
    const added = list(['2605.00001']).replace('</h2>', '<a class="title-link" href="/x">[Link]</a></h2>');
    expect(read(added, '/arxiv/cs.LG')?.reading.papers[0]?.title).toBe('About 2605.00001');
  });
});

function list(ids: readonly string[]): string {
  return ids
    .map((id, index) => {
      const branch = id.includes('@') ? 'venue' : 'arxiv';
      return `<div id="${id}" class="panel paper"><h2><a href="https://example.org/"><span>#${index + 1}</span></a>
        <a id="title-${id}" class="title-link" href="/${branch}/${id}">About ${id}</a></h2>
        <p id="authors-${id}"><a>Wilma Reed</a></p></div>`;
    })
    .join('');
}

function read(html: string, path: string): Seen | undefined {
  return readHtml(html, `${ORIGIN}${path}`);
}
