import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { arxiv } from './arxiv.ts';
import { readPage } from './read-page.ts';

describe('a list', () => {
  test.each([
    ['/list/cs.LG/new', '<h3>Showing new listings for Friday, 14 August 2026</h3><p>No updates today.</p>'],
    ['/list/cs.LG/2026-05', '<dl id="articles"><p>No updates for this time period.</p></dl>'],
    ['/catchup/cs.LG/2026-08-15?abs=True', '<div><p>No updates for Sat, 15 Aug 2026</p></div>'],
    ['/search/?query=owls', '<p>Sorry, your query for <span>all: owls</span> produced no results.</p>'],
  ])('%s that says it has nothing is empty, not broken', (path, html) => {
    const seen = read(`https://arxiv.org${path}`, html);
    expect(seen?.reading).toMatchObject({ papers: [], problems: [], isEmpty: true });
  });

  test('that holds less than half of what it says is told of', () => {
    const html = `<h3>New submissions (showing 1,204 of 1,204 entries)</h3>${entry(1)}`;
    expect(problems('/list/cs.LG/new', html)).toContainEqual({ code: 'site-changed', part: 'rows' });
    const search = `<h1>Showing 51–100 of 1,234 results for all: owls</h1>${result(1)}`;
    expect(problems('/search/?query=owls', search)).toContainEqual({ code: 'site-changed', part: 'rows' });
  });

  test.each([
    ['/list/cs.LG/new', ''],
    ['/catchup/cs.LG/2026-08-14?abs=True', ''],
  ])('%s without abstracts is told of, unless its entries were replaced', (path) => {
    const lacking = { code: 'site-changed', part: 'abstract' };
    const some = [1, 2, 3, 4];
    expect(problems(path, some.map((n) => entry(n)).join(''))).toContainEqual(lacking);
    expect(problems(path, some.map((n) => entry(n, '(replaced)')).join(''))).not.toContainEqual(lacking);
  });

  test('that was asked for without abstracts may lack them', () => {
    const html = [1, 2, 3, 4].map((n) => entry(n)).join('');
    expect(problems('/catchup/cs.LG/2026-08-14?abs=False', html)).toEqual([]);
    expect(problems('/list/cs.LG/recent', html)).toEqual([]);
  });

  test('that ends with 100 authors notes that there may be more', () => {
    const names = Array.from(
      { length: 100 },
      (_, n) => `<a href="/search/cs?searchtype=author&query=${n}">Name ${n}</a>`,
    );
    const html = entry(1).replace(/<a href="[^"]*author[^<]*<\/a>/, names.join(', '));
    expect(problems('/list/cs.LG/recent', html)).toEqual([{ code: 'list-bounded', rank: 1, part: 'authors' }]);
  });

  test('is read without any class name', () => {
    const html = entry(1).replaceAll(/ class="[^"]*"/g, '');
    const [paper] = read('https://arxiv.org/list/cs.LG/recent', html)?.reading.papers ?? [];
    expect(paper).toMatchObject({ title: 'Owls 1', authors: ['Li Wen'], identifiers: ['arxiv:2605.10001'] });
  });

  test('shows addresses in full that the site hides', () => {
    const html = entry(1).replace(
      '</div></dd>',
      '<p class="mathjax">Code: <a href="https://example.org/a">this https URL</a> and <a href="http://example.org/b">this http URL</a>.</p></div></dd>',
    );
    const abstract = 'Code: https://example.org/a and http://example.org/b.';
    expect(read('https://arxiv.org/list/cs.LG/new', html)?.reading.papers[0]?.abstract).toBe(abstract);
  });
});

test('a plain text is not taken for a formula on a page in quirks mode', () => {
  const html = result(1).replace('Owls', '<span class="search-hit mathjax">Owls</span>');
  const { document } = new JSDOM(html).window;
  const seen = readPage(arxiv, { url: new URL('https://arxiv.org/search/?query=owls'), document });
  expect(document.compatMode).toBe('BackCompat');
  expect(seen?.reading.papers[0]?.title).toBe('Owls 1');
});

test('an extract of an abstract is not taken for the abstract', () => {
  const short = (text: string) =>
    result(1).replace('</li>', `<p><span id="a-abstract-short">${text} <a>▽ More</a></span></p></li>`);
  expect(read('https://arxiv.org/search/?query=owls', short('Owls are…'))?.reading.papers[0]?.abstract).toBeUndefined();
});

test('200 entries are read within the time of one frame or three', () => {
  const html = Array.from({ length: 200 }, (_, n) => entry(n)).join('');
  const page = { url: new URL('https://arxiv.org/list/cs.LG/recent'), document: dom(html) };
  readPage(arxiv, page);
  const start = performance.now();
  expect(readPage(arxiv, page)?.reading.papers).toHaveLength(200);
  expect(performance.now() - start).toBeLessThan(500); // 50 ms in a browser; this DOM is slower, and machines are busy
});

function entry(n: number, mark = ''): string {
  const id = `2605.${String(10_000 + n)}`;
  return `<dl><dt><a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> ${mark}</dt><dd><div class="meta"><div class="list-title"><span class="descriptor">Title:</span> Owls ${n}</div><div class="list-authors"><a href="/search/cs?searchtype=author&query=W">Li Wen</a></div></div></dd></dl>`;
}

function result(n: number): string {
  return `<ol><li class="arxiv-result"><div><p class="list-title"><a href="https://arxiv.org/abs/2605.0000${n}">arXiv:2605.0000${n}</a></p></div><p class="title">Owls ${n}</p><p class="authors"><a href="/search/?searchtype=author&query=W">Li Wen</a></p></li></ol>`;
}

function dom(html: string): Document {
  return new JSDOM(`<!doctype html>${html}`).window.document;
}

function read(address: string, html: string) {
  return readPage(arxiv, { url: new URL(address), document: dom(html) });
}

function problems(path: string, html: string) {
  return read(`https://arxiv.org${path}`, html)?.reading.problems;
}
