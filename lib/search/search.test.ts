import { expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { listPaperIds } from '../library/list-papers.ts';
import { loadListed } from '../library/queries.ts';
import { changeEntries } from '../library/shelf.ts';
import { undoLast } from '../library/undo.ts';
import { indexAll, indexSome } from './index-papers.ts';
import { relatedPapers } from './related.ts';
import { searchPapers } from './search.ts';

const PAPERS = [
  scraped({ title: 'Diffusion Models in Practice', authors: ['Zoë Quartermaine'], abstract: 'We compare samplers.' }),
  scraped({ title: 'A Study of Samplers', authors: ['Ada Diffusion'], abstract: 'Nothing else of models.' }),
  scraped({ title: 'Bridges and Walks', authors: ['Erwin Schrödinger'], abstract: 'Diffusion without end.' }),
  scraped({ title: '大规模语言模型综述', authors: ['李明'], abstract: '本文综述语言模型。' }),
];
const [DIFFUSION, SAMPLERS, BRIDGES, SURVEY] = PAPERS.map(({ title }) => title);
const NOW = 1_780_000_000_000;
const ALL = { status: 'all', starred: false } as const;

async function titles(db: GleanerDatabase, ids: number[]): Promise<(string | undefined)[]> {
  const listed = await loadListed(db, ids);
  return ids.map((id) => listed.get(id)?.paper.title);
}

async function find(db: GleanerDatabase, query: string, options = {}) {
  return titles(db, (await searchPapers(db, query, options)).ids);
}

async function idOf(db: GleanerDatabase, title: string | undefined): Promise<number> {
  const ids = await listPaperIds(db, ALL);
  return ids[(await titles(db, ids)).indexOf(title)] ?? 0;
}

const CASES: [query: string, found: (string | undefined)[]][] = [
  ['diffus', [DIFFUSION, SAMPLERS, BRIDGES]],
  ['SCHRODINGER', [BRIDGES]],
  ['zoe models', [DIFFUSION]],
  ['usion', []],
  ['语言', [SURVEY]],
  ['语', [SURVEY]],
  ['言语', []],
  ['diffusion nowhere', []],
  ['"models in practice"', [DIFFUSION]],
  ['"in models"', []],
  ['models -samplers', []],
  ['models -"in practice"', [SAMPLERS]],
  ['author:diffusion', [SAMPLERS]],
  ['title:diffusion', [DIFFUSION]],
  ['abstract:"without end"', [BRIDGES]],
  ['-models -语言', [BRIDGES]],
  ['author:zo', [DIFFUSION]],
  ['zo ', []],
];
test.each(CASES)('%j finds %j, best first, before it is indexed and after', async (query, expected) => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    expect(await find(db, query)).toEqual(expected);
    await indexAll(db);
    expect(await find(db, query)).toEqual(expected);
  });
});

test('a query without a word finds every paper', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await indexAll(db);
    expect(new Set(await find(db, ' - "" '))).toEqual(new Set(PAPERS.map(({ title }) => title)));
  });
});

test('only papers that may be found are found', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await indexAll(db);
    const among = new Uint8Array(10);
    among[await idOf(db, BRIDGES)] = 1;
    expect(await find(db, 'diffusion', { among })).toEqual([BRIDGES]);
    expect(await find(db, 'diffusion', { among: new Uint8Array(0) })).toEqual([]);
  });
});

test('tags and notes are found, and are forgotten when they are taken back', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await indexAll(db);
    await changeEntries(db, [await idOf(db, BRIDGES)], { tags: ['to cite'], note: 'Ask Noether' }, NOW);
    for (const index of [false, true]) {
      if (index) await indexAll(db);
      expect(await find(db, 'tag:"to cite"')).toEqual([BRIDGES]);
      expect(await find(db, 'noether diffusion')).toEqual([BRIDGES]);
      expect(await find(db, '-tag:cite diffusion')).toEqual([DIFFUSION, SAMPLERS]);
    }
    await undoLast(db, NOW + 1);
    expect(await find(db, 'noether')).toEqual([]);
    await indexAll(db);
    expect(await find(db, 'noether')).toEqual([]);
  });
});

test('a removed paper is not found, and is again when the removal is taken back', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await indexAll(db);
    await changeEntries(db, [await idOf(db, BRIDGES)], { removed: true }, NOW);
    expect(await find(db, 'schrodinger')).toEqual([]);
    await indexAll(db);
    expect(await find(db, 'schrodinger')).toEqual([]);
    await undoLast(db, NOW + 1);
    expect(await find(db, 'schrodinger')).toEqual([BRIDGES]);
    await indexAll(db);
    expect(await find(db, 'schrodinger')).toEqual([BRIDGES]);
  });
});

test('a paper that comes to say more is found by it', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await indexAll(db);
    const page = scraped({
      title: 'Bridges and Walks',
      identifiers: ['arxiv:2501.00001'],
      authors: ['Erwin Schrödinger'],
      abstract: 'A longer abstract, which is now about owls.',
    });
    await ingest(db, captureOf([page], { key: 'huggingface:trending' }));
    expect(await find(db, 'owls')).toEqual([BRIDGES]);
    expect(await find(db, '"without end"')).toEqual([]);
    await indexAll(db);
    expect(await find(db, 'owls')).toEqual([BRIDGES]);
    expect(await find(db, '"without end"')).toEqual([]);
  });
});

test('a search that a newer one has overtaken stops', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    const stop = new AbortController();
    const search = searchPapers(db, 'diffusion', { signal: stop.signal });
    stop.abort();
    await expect(search).rejects.toThrow();
  });
});

test('more papers than can be looked through are said to wait', async () => {
  await withLibrary(async (db) => {
    const many = Array.from({ length: 310 }, (_, index) => scraped({ title: `On the number ${index} and its owls` }));
    await ingest(db, captureOf(many));
    const before = await searchPapers(db, 'owls');
    expect([before.ids.length, before.waiting]).toEqual([300, 10]);
    await indexAll(db);
    const after = await searchPapers(db, 'owls');
    expect([after.ids.length, after.waiting, after.cut]).toEqual([310, 0, false]);
  });
});

test('of papers that wait, nothing is found that they no longer say', async () => {
  await withLibrary(async (db) => {
    const many = Array.from({ length: 310 }, (_, index) => scraped({ title: `On the number ${index} and its owls` }));
    await ingest(db, captureOf(many));
    const ids = await listPaperIds(db, ALL);
    await changeEntries(db, ids, { note: 'moonlight' }, NOW);
    await indexAll(db);
    await changeEntries(db, ids, { note: 'daylight' }, NOW + 1);
    expect(await searchPapers(db, 'moonlight')).toEqual({ ids: [], cut: false, waiting: 10 });
    await changeEntries(db, ids, { removed: true }, NOW + 2);
    expect((await searchPapers(db, 'owls')).ids).toEqual([]);
  });
});

test('a paper that changes while it is being indexed is indexed again', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    const page = scraped({
      title: 'Bridges and Walks',
      authors: ['Erwin Schrödinger'],
      abstract: 'Without end: owls.',
    });
    let change: Promise<unknown> | undefined;
    // Looked at when the segment is made and not yet in its place.
    const throwIfAborted = () => {
      change ??= ingest(db, captureOf([{ ...page, source: 'arxiv-page' }], { key: 'huggingface:trending' }));
    };
    expect(await indexSome(db, { signal: Object.assign(new AbortController().signal, { throwIfAborted }) })).toBe(4);
    await change;
    expect(await find(db, 'owls')).toEqual([BRIDGES]);
    expect(await indexSome(db)).toBe(1);
    expect(await find(db, 'owls')).toEqual([BRIDGES]);
  });
});

test('papers that share telling words are related', async () => {
  await withLibrary(async (db) => {
    const topics = ['owls hunting mice', 'gluon plasma jets'];
    const papers = topics.flatMap((topic) =>
      [1, 2, 3].map((n) => scraped({ title: `${topic} ${n}`, abstract: topic })),
    );
    await ingest(db, captureOf(papers));
    await indexAll(db);
    const related = await relatedPapers(db, await idOf(db, 'gluon plasma jets 2'), { limit: 2 });
    expect(new Set(await titles(db, related))).toEqual(new Set(['gluon plasma jets 1', 'gluon plasma jets 3']));
    expect(await relatedPapers(db, 12_345, { limit: 2 })).toEqual([]);
  });
});
