import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://www.alphaxiv.org';
const EMPTY = '<main></main>';

describe('the digest of an address', () => {
  test.each([
    ['/', 'listing:explore', '/'],
    ['/explore?utm_source=mail#top', 'listing:explore', '/'],
    ['/?subcategories=%5B%5D', 'listing:explore', '/'],
    ['/?sort=Hot&page=3', 'listing:sort=hot', '/?sort=Hot'],
    ['/?sort=%22Hot%22', 'listing:sort=hot', '/?sort=Hot'],
    [
      '/?sort=Hot&subcategories=["b","a","b"]',
      'listing:sort=hot&subcategories=a,b',
      '/?sort=Hot&subcategories=%5B%22a%22%2C%22b%22%5D',
    ],
    [
      '/explore?subcategories=machine-learning',
      'listing:subcategories=machine-learning',
      '/?subcategories=%5B%22machine-learning%22%5D',
    ],
    ['/search?q=%20Salt++Marsh&page=2', 'search:salt marsh', '/search?q=Salt%20Marsh'],
    ['/?query=Maße', 'search:masse', '/?query=Ma%C3%9Fe'],
    ['/abs/2606.00001', 'paper:2606.00001', '/abs/2606.00001'],
    ['/abs/2606.00001v12#page=2', 'paper:2606.00001', '/abs/2606.00001'],
    ['/overview/2606.00001v2/', 'paper:2606.00001', '/abs/2606.00001'],
    ['/zh/overview/2606.00001', 'paper:2606.00001', '/abs/2606.00001'],
    ['/abs/hep-th/9901001v2', 'paper:hep-th/9901001', '/abs/hep-th/9901001'],
    ['/abs/marsh-report-1', 'paper:marsh-report-1', '/abs/marsh-report-1'],
    ['/abs/2608.marsh-5', 'paper:2608.marsh-5', '/abs/2608.marsh-5'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read(EMPTY, path)?.digest).toMatchObject({ key: `alphaxiv:${key}`, url: `${ORIGIN}${canonical}` });
  });

  test('keeps the host of the page, and is the same digest on both', () => {
    const digest = readHtml(EMPTY, 'https://alphaxiv.org/abs/2606.00001')?.digest;
    expect(digest).toMatchObject({ key: 'alphaxiv:paper:2606.00001', url: 'https://alphaxiv.org/abs/2606.00001' });
  });

  test.each([
    '/search',
    '/search?q=%00',
    '/abs/',
    '/abs/2606.00001.md',
    '/overview/2606.00001.md',
    '/pdf/2606.00001',
    '/audio/2606.00001',
    '/replicate/2606.00001',
    '/library/folders/marsh',
    '/abs/a/b/c',
    '/absolute',
    '/signin',
  ])('%s is none', (path) => {
    expect(read(EMPTY, path)).toBeUndefined();
  });

  test.each([
    '<title>Just a moment...</title>',
    '<h1>404</h1>',
    '<h1>Page not found</h1>',
    '<title>403 Forbidden</title>',
  ])('is none where the page is %s', (html) => expect(read(html, '/abs/2606.00001')).toBeUndefined());

  test('is one where a paper’s title begins as an error does', () => {
    expect(read('<title>404 Ways Round a Pond | alphaXiv</title>', '/abs/2606.00001')).toBeDefined();
  });
});

describe('the feed', () => {
  test('keeps its digest while it grows, and its papers their places', () => {
    const before = read(feed(3), '/?sort=Hot');
    const after = read(feed(6), '/?sort=Hot&page=2');
    expect(after?.digest).toEqual(before?.digest);
    expect(after?.reading.papers.slice(0, 3)).toEqual(before?.reading.papers);
    expect(after?.reading.papers).toHaveLength(6);
  });

  test('has a card for each anchor, even when nothing but links tells the cards', () => {
    const seen = read(feed(3).replaceAll(' class="rounded-xl border"', ''), '/');
    expect([...(seen?.reading.anchors.values() ?? [])].map((anchor) => anchor.getAttribute('data-card'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test('says that there is nothing where the page says so, and that the site has changed where it does not', () => {
    expect(read('<main><p>No papers found</p></main>', '/?q=herons')?.reading).toMatchObject({
      isEmpty: true,
      problems: [],
    });
    expect(read('<main><p>Loading</p></main>', '/?q=herons')?.reading.problems).toEqual([
      { code: 'site-changed', part: 'papers' },
    ]);
  });

  test('is a changed site when its cards lose their authors', () => {
    const bare = feed(5).replaceAll(/<div class="font-normal">[^<]*<\/div>/g, '');
    expect(read(bare, '/')?.reading.problems).toContainEqual({ code: 'site-changed', part: 'authors' });
  });
});

describe('a paper’s page', () => {
  const page = (abstract: string) =>
    `<script type="application/ld+json">${JSON.stringify({
      '@graph': [
        {
          '@type': 'ScholarlyArticle',
          headline: 'Herons',
          abstract,
          url: `${ORIGIN}/abs/2606.00001v1`,
          author: 'Wilma Reed',
        },
      ],
    })}</script>`;

  test('has the authors’ own abstract, or none where it is cut', () => {
    expect(read(page('We watched herons.'), '/abs/2606.00001')?.reading.papers[0]).toMatchObject({
      abstract: 'We watched herons.',
      authors: ['Wilma Reed'],
    });
    expect(read(page('We watched her…'), '/abs/2606.00001')?.reading.papers[0]).not.toHaveProperty('abstract');
  });

  test('is not read by a heading that no link of the page ties to the paper', () => {
    const heading = (path: string) => `<main><h1>Herons</h1><a href="${path}">PDF</a></main>`;
    expect(read(heading('/pdf/2606.00001v2'), '/abs/2606.00001')?.reading.papers).toHaveLength(1);
    expect(read(heading('/pdf/2606.00002'), '/abs/2606.00001')?.reading.papers).toEqual([]);
  });

  test('is not read by the data of the paper that was open before', () => {
    expect(read(page('We watched herons.'), '/abs/2606.00002')?.reading.papers).toEqual([]);
  });
});

function feed(cards: number): string {
  const card = (
    n: number,
  ) => `<div class="rounded-xl border" data-card="${n}"><a href="/abs/2606.0000${n}">Herons, Part ${n}</a>
    <div><span>1${n} Jun 2026</span><div><div class="font-normal">Wilma Reed</div></div></div><p><span>A machine’s words.</span></p></div>`;
  return `<main><div>${Array.from({ length: cards }, (_, index) => card(index + 1)).join('')}</div></main>`;
}

function read(html: string, path: string): Seen | undefined {
  return readHtml(html, `${ORIGIN}${path}`);
}
