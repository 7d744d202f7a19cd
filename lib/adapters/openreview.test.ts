import { describe, expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://openreview.net';
const LIST = '/group?id=Garden.cc/2026/Conference';

describe('the digest of an address', () => {
  test.each([
    [`${LIST}&referrer=%5BHome%5D(%2F)#tab-accept-oral`, 'listing:Garden.cc/2026/Conference', LIST],
    ['/group?id=Garden.cc%2F2026%2FConference', 'listing:Garden.cc/2026/Conference', LIST],
    ['/group?id=TPG', 'listing:TPG', '/group?id=TPG'],
    [
      '/submissions?page=3&venue=Garden.cc/2026/Conference',
      'listing:submissions/Garden.cc/2026/Conference',
      '/submissions?venue=Garden.cc/2026/Conference',
    ],
    ['/search?term=Slow+Maße&group=all', 'search:slow masse', '/search?term=Slow%20Ma%C3%9Fe'],
    ['/forum?id=gArd3nO001', 'paper:gArd3nO001', '/forum?id=gArd3nO001'],
    ['/forum?noteId=r3pLy00001&id=gArd3nO001', 'paper:gArd3nO001', '/forum?id=gArd3nO001'],
  ])('%s is %s', (path, key, canonical) => {
    expect(read('<main></main>', path)?.digest).toMatchObject({
      key: `openreview:${key}`,
      url: `${ORIGIN}${canonical}`,
    });
  });

  test.each([
    '/',
    '/group',
    '/group?id=~Ida_Gardener1',
    '/group?id=Garden.cc/2026/Conference/Reviewers',
    '/group?id=Garden.cc/2026/Conference/Area_Chairs',
    '/group?id=TPG/Editors_In_Chief',
    '/group/edit?id=Garden.cc/2026/Conference',
    '/venue?id=Garden.cc',
    '/search?term=%20',
    '/search?term=slow&source=reply',
    '/forum',
    '/forum?id=a%20b',
    '/forum/hedge|weeding_with_hands',
    '/profile?id=~Ida_Gardener1',
    '/pdf?id=gArd3nO001',
    '/challenge?redirect=%2Fforum%3Fid%3DgArd3nO001',
    '/login?redirect=%2Fforum%3Fid%3DgArd3nO001',
  ])('%s is none', (path) => {
    expect(read(`<main><h4><a href="/forum?id=gArd3nO001">T</a></h4></main>`, path)).toBeUndefined();
  });

  test.each([
    ['an error', '<div class="row error-display"><h1>Error 404</h1><pre class="error-message">Not Found</pre></div>'],
    ['a check for robots', '<h1>Verifying your browser</h1><div class="cf-turnstile" data-sitekey="x"></div>'],
  ])('is none where %s stands in place of the page', (_, html) => {
    expect(read(`<main>${html}</main>`, '/forum?id=gArd3nO001')).toBeUndefined();
    expect(read(`<main>${html}</main>`, LIST)).toBeUndefined();
  });
});

describe('a list without papers', () => {
  const reply = '<h4><a href="/forum?id=gArd3nO001&noteId=r3pLy00001">Official Review</a></h4>';
  test.each([
    ['a search without results', '<p class="empty-message">No results found for your search query.</p>'],
    ['a directory of venues', '<ul><li><a href="/group?id=Garden.cc/2026/Conference">Garden 2026</a></li></ul>'],
    ['replies alone', `<div class="note">${reply}</div>`],
  ])('is no sign of a changed site when it is %s', (_, html) => {
    expect(read(`<main>${html}</main>`, '/search?term=slow')?.reading).toMatchObject({ papers: [], problems: [] });
  });

  test('is one while nothing says why', () => {
    const console = '<ul><li><a href="/group?id=Garden.cc/2026/Conference/Authors">Author Console</a></li></ul>';
    const problems = read(`<main><h1>Garden</h1>${console}</main>`, LIST)?.reading.problems;
    expect(problems).toEqual([{ code: 'site-changed', part: 'papers' }]);
  });
});

describe('a note', () => {
  test.each<[string, string, object]>([
    ['authors without their class', '<div><a href="/profile?id=~A1">Ann</a></div>', { authors: ['Ann'] }],
    ['a year alone', '<ul><li>2023 (modified: 1 Jan 2024)</li><li>V</li></ul>', { published: '2023', venue: 'V' }],
    ['a venue without a date', '<ul><li>Garden 2026</li><li>Readers: Everyone</li></ul>', { venue: 'Garden 2026' }],
    ['no venue', '<ul><li>01 Feb 2023</li><li>Readers: Everyone</li></ul>', { published: '2023-02-01' }],
  ])('is read with %s', (_, html, expected) => {
    const note = `<div><h4><a href="/forum?id=gArd3nO001">T</a></h4>${html}</div>`;
    const paper = read(`<main>${note}</main>`, LIST)?.reading.papers[0];
    expect(paper).toEqual({
      identifiers: ['openreview:gArd3nO001'],
      source: 'publisher-page',
      title: 'T',
      page: `${ORIGIN}/forum?id=gArd3nO001`,
      rank: 1,
      ...expected,
    });
  });

  test('has no abstract where only a TL;DR stands', () => {
    const field = '<div><strong>TL;DR:</strong> <span>Short.</span></div>';
    const note = `<div><h4><a href="/forum?id=gArd3nO001">T</a></h4>${field}</div>`;
    expect(read(`<main>${note}</main>`, LIST)?.reading.papers[0]).not.toHaveProperty('abstract');
  });
});

test('a forum takes nothing from the replies below it', () => {
  const reply = '<div id="forum-replies"><div><strong>Abstract:</strong> <span>Of the reply.</span></div></div>';
  const html = `<main><div><div><h2 class="citation_title">T</h2></div>${reply}</div></main>`;
  expect(read(html, '/forum?id=gArd3nO001')?.reading.papers).toEqual([
    {
      identifiers: ['openreview:gArd3nO001'],
      source: 'publisher-page',
      title: 'T',
      page: `${ORIGIN}/forum?id=gArd3nO001`,
      rank: 1,
    },
  ]);
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(`<!doctype html>${html}`, `${ORIGIN}${path}`);
}
