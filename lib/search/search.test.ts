import { expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from '../library/ingest.ts';
import { listPaperIds, loadListed } from '../library/queries.ts';
import { highlight } from './highlight.ts';
import { searchPapers } from './search.ts';

const never = new AbortController().signal;
const PAPERS = [
  scraped({ title: 'Diffusion Models in Practice', authors: ['Zoë Quartermaine'], abstract: 'We compare samplers.' }),
  scraped({ title: 'A Study of Samplers', authors: ['Ada Diffusa'], abstract: 'Nothing else.' }),
  scraped({ title: 'Bridges and Walks', authors: ['Erwin Schrödinger'], abstract: 'Diffusion without end.' }),
  scraped({ title: '大规模语言模型综述', authors: ['李明'], abstract: '本文综述语言模型。' }),
];

async function find(query: string): Promise<string[]> {
  return withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    const ids = await listPaperIds(db, { status: 'all', starred: false });
    const found = await searchPapers(db, query, ids, never);
    const listed = await loadListed(db, found);
    return found.map((id) => listed.get(id)?.paper.title ?? '');
  });
}

const CASES: [string, string[]][] = [
  ['diffus', ['Diffusion Models in Practice', 'A Study of Samplers', 'Bridges and Walks']],
  ['SCHRODINGER', ['Bridges and Walks']],
  ['zoe models', ['Diffusion Models in Practice']],
  ['usion', []],
  ['语言', ['大规模语言模型综述']],
  ['diffusion nowhere', []],
  ['  ', PAPERS.map(({ title }) => title)],
];
test.each(CASES)('%j finds %j, best first', async (query, expected) => {
  expect(await find(query)).toEqual(expected);
});

test('a search that a newer one has overtaken stops', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    const ids = await listPaperIds(db, { status: 'all', starred: false });
    const stop = new AbortController();
    const search = searchPapers(db, 'diffusion', ids, stop.signal);
    stop.abort();
    await expect(search).rejects.toThrow();
  });
});

test('a paper that comes later is found too', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    const all = { status: 'all', starred: false } as const;
    await searchPapers(db, 'diffusion', await listPaperIds(db, all), never);
    const page = scraped({
      title: 'Bridges and Walks',
      identifiers: ['arxiv:2501.00001'],
      authors: ['Erwin Schrödinger'],
      abstract: 'A longer abstract, which is now about owls.',
    });
    await ingest(db, captureOf([page], { key: 'huggingface:trending' }));
    expect(await searchPapers(db, 'owls', await listPaperIds(db, all), never)).toHaveLength(1);
  });
});

test.each([
  ['Diffusion models', 'diff', ['[Diffusion]', ' models']],
  ['Schrödinger’s cat', 'schrodinger cat', ['[Schrödinger]', '’s ', '[cat]']],
  ['大规模语言模型', '语言', ['大规模', '[语言]', '模型']],
  ['<b>bold</b>', 'b', ['<', '[b]', '>', '[bold]', '</', '[b]', '>']],
  ['nothing here', '', ['nothing here']],
])('%j under %j is marked as %j', (text, query, expected) => {
  const parts = highlight(text, query);
  expect(parts.map((part) => (part.hit ? `[${part.text}]` : part.text))).toEqual(expected);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
