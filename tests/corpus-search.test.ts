import 'fake-indexeddb/auto';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { arxivIdentifier } from '../lib/domain/identifier.ts';
import type { PaperId } from '../lib/domain/paper.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { textsOf } from '../lib/library/index-work.ts';
import { ingest } from '../lib/library/ingest.ts';
import { FIELDS } from '../lib/search/fields.ts';
import { indexAll } from '../lib/search/index-papers.ts';
import { searchPapers } from '../lib/search/search.ts';
import { indexTokens } from '../lib/search/tokens.ts';
import { corpusPapers, hasCorpus } from './corpus-entries.ts';
import { captureOf, everyId, withLibrary } from './library.ts';

const EACH = 100;
/** Papers that may hold a word for it to be distinctive. */
const RARE = 120;

interface Known {
  id: PaperId;
  title: string;
  authors: string[];
  abstract: string;
  /** The same, as words. */
  words: { title: string[]; authors: Set<string>; abstract: string[] };
}

async function fill(db: GleanerDatabase): Promise<void> {
  const papers = corpusPapers().map(({ id, title, summary, authors }) => {
    const identifier = arxivIdentifier(id);
    const facts = { title: title.replace(/\s+/g, ' '), abstract: summary.replace(/\s+/g, ' '), authors };
    return { identifiers: identifier ? [identifier] : [], ...facts, source: 'huggingface-data' as const, rank: 1 };
  });
  for (let at = 0; at < papers.length; at += 500) {
    await ingest(db, captureOf(papers.slice(at, at + 500), { key: `huggingface:search:${at}` }));
  }
}

async function readAll(db: GleanerDatabase): Promise<Known[]> {
  const texts = await textsOf(db, await everyId(db));
  return [...texts].map(([id, { title, authors, abstract }]) => {
    const words = {
      title: indexTokens(title),
      authors: new Set(authors.flatMap(indexTokens)),
      abstract: indexTokens(abstract),
    };
    return { id, title, authors, abstract, words };
  });
}

/** Numbers below a bound, the same ones every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Maker = (paper: Known) => string | undefined;

/** What someone types who knows the paper; undefined where chance has picked what fits other papers just as well. */
function makers(papers: readonly Known[], roll: (below: number) => number): Record<string, Maker> {
  const holding = new Map<string, number>();
  for (const { words } of papers) {
    for (const word of new Set([...words.title, ...words.abstract])) holding.set(word, (holding.get(word) ?? 0) + 1);
  }
  const pick = (words: Iterable<string>, count: number) => {
    const rare = [...new Set(words)].filter((word) => word.length > 2 && (holding.get(word) ?? 0) <= RARE);
    const picked = rare.map((word) => ({ word, at: roll(1_000_000) })).sort((a, b) => a.at - b.at);
    return picked.length < count ? [] : picked.slice(0, count).map(({ word }) => word);
  };
  const titles = papers.map(({ words }) => ` ${words.title.join(' ')} `);
  const isOnly = (fits: (paper: Known) => boolean) => papers.filter(fits).length === 1;
  return {
    'words of the abstract': ({ words }) => pick(words.abstract, 3 + roll(3)).join(' ') || undefined,
    'a piece of the title': ({ title }) => {
      const words = title.split(' ');
      const count = 3 + roll(4);
      const from = roll(Math.max(1, words.length - count + 1));
      const piece = words.slice(from, from + count).join(' ');
      const sought = ` ${indexTokens(piece).join(' ')} `;
      const isUnique = titles.filter((one) => one.includes(sought)).length === 1;
      return words.length >= count && isUnique ? piece : undefined;
    },
    'a surname and a word of the title': ({ authors, words }) => {
      const surname = indexTokens(authors[roll(Math.max(1, authors.length))] ?? '').at(-1);
      const [word] = pick(words.title, 1);
      if (!surname || !word) return undefined;
      const isUnique = isOnly(({ words: { title, authors } }) => title.includes(word) && authors.has(surname));
      return isUnique ? `${surname} ${word}` : undefined;
    },
  };
}

interface Places {
  first: number;
  inFive: number;
}

function places(found: readonly number[]): Places {
  return {
    first: found.filter((place) => place === 0).length,
    inFive: found.filter((place) => place >= 0 && place < 5).length,
  };
}

function miniSearchOf(papers: readonly Known[]): (query: string) => PaperId[] {
  const { title, authors, abstract } = FIELDS;
  const boost = { title: title.weight, authors: authors.weight, abstract: abstract.weight };
  const mini = new MiniSearch({ fields: ['title', 'authors', 'abstract'], tokenize: indexTokens });
  mini.addAll(papers.map(({ id, title, authors, abstract }) => ({ id, title, authors: authors.join(' '), abstract })));
  return (query) => {
    const last = indexTokens(query).length - 1;
    const options = { combineWith: 'AND', boost, prefix: (_: string, index: number) => index === last } as const;
    return mini.search(query, options).map(({ id }): PaperId => id);
  };
}

test.skipIf(!hasCorpus)(
  'a paper that one knows is found first, as often as MiniSearch finds it or more often (needs the corpus)',
  async () => {
    await withLibrary(async (db) => {
      await fill(db);
      await indexAll(db);
      const papers = await readAll(db);
      const miniSearch = miniSearchOf(papers);
      const roll = dice(20_260_512);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (const [kind, make] of Object.entries(makers(papers, roll))) {
        const [from, queries] = [ours.length, queriesOf(papers, make, roll)];
        for (const { id, query } of queries) {
          ours.push((await searchPapers(db, query)).ids.indexOf(id));
          theirs.push(miniSearch(query).indexOf(id));
        }
        console.log(kind, { ours: places(ours.slice(from)), miniSearch: places(theirs.slice(from)) });
      }
      const [mine, its] = [places(ours), places(theirs)];
      console.log('all', { ours: mine, miniSearch: its });
      expect(mine.first).toBeGreaterThanOrEqual(Math.max(0.95 * 3 * EACH, its.first));
      expect(mine.inFive).toBeGreaterThanOrEqual(Math.max(0.99 * 3 * EACH, its.inFive));
    });
  },
  300_000,
);

function queriesOf(papers: readonly Known[], make: Maker, roll: (below: number) => number) {
  const queries: { id: PaperId; query: string }[] = [];
  while (queries.length < EACH) {
    const paper = papers[roll(papers.length)];
    const query = paper && make(paper);
    if (paper && query) queries.push({ id: paper.id, query });
  }
  return queries;
}
