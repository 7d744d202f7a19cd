import { describe, expect, test } from 'vitest';
import { sampleEntry } from '../../tests/pages/huggingface-entry.ts';
import { paperPage } from '../../tests/pages/huggingface-page.ts';
import { readHtml } from '../../tests/reading.ts';
import type { Seen } from './read-page.ts';

const ORIGIN = 'https://huggingface.co';

describe('a paper’s own page', () => {
  const address = '/papers/2605.00001';
  const paper = sampleEntry(1);

  test('gives the authors’ abstract and not the machine’s summary, even in the same grey', () => {
    const html = paperPage(paper, { data: null }).replace('text-blue-900', 'text-gray-600');
    expect(read(html, address)?.reading.papers[0]?.abstract).toBe(paper.paper.summary);
  });

  test('gives no abstract when the only paragraph there is not the grey one', () => {
    const html = paperPage({ ...paper, paper: { ...paper.paper, ai_summary: '' } }, { data: null });
    const other = html.replace('<p class="text-gray-600">', '<p class="text-green-600">');
    expect(read(other, address)?.reading.papers[0]).not.toHaveProperty('abstract');
  });

  test('shows no authors rather than some of them when the list is cut short', () => {
    const html = paperPage(paper, { data: null }).replace(
      '<span class="author',
      '<button>+ 8 authors</button><span class="author',
    );
    expect(read(html, address)?.reading.papers[0]?.authors).toBeUndefined();
  });

  test('gives links of its own buttons and none of its comments', () => {
    const html = paperPage(
      { ...paper, paper: { ...paper.paper, projectPage: 'https://gardeners.example/' } },
      { data: null },
    );
    expect(read(html, address)?.reading.papers[0]).toMatchObject({
      code: 'https://github.com/patient-gardeners/row-1',
      project: 'https://gardeners.example/',
    });
    const bare = paperPage({ ...paper, paper: { ...paper.paper, githubRepo: '' } }, { data: null });
    expect(read(bare, address)?.reading.papers[0]?.code).toBeUndefined();
  });

  test('with neither data nor abstract nor arXiv link is not taken for a paper', () => {
    const seen = read('<main><h1>Something else</h1></main>', address);
    expect(seen?.reading.papers).toEqual([]);
    expect(seen?.reading.problems).toContainEqual({ code: 'site-changed', part: 'papers' });
  });
});

function read(html: string, path: string): Seen | undefined {
  return readHtml(html, `${ORIGIN}${path}`);
}
