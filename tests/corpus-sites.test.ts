import { describe, expect, test } from 'vitest';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { corpusPage, corpusPages, hasCorpus } from './corpus-entries.ts';
import { CORPUS_PAGES } from './corpus-pages.ts';
import type { Said } from './corpus-said.ts';
import { readDigest } from './reading.ts';

if (!hasCorpus) console.warn('The corpus of saved pages is not beside this repository: its tests are skipped.');

/** Least share of the papers whose authors and abstracts are read as the page has them. */
const NEARLY_ALL = 0.99;

describe.skipIf(!hasCorpus)('the corpus of saved pages', () => {
  test('has no page that is not read here', () => {
    expect(CORPUS_PAGES.map(({ file }) => file).sort()).toEqual(corpusPages());
  });

  describe.each([...CORPUS_PAGES])('$file', ({ file, address, said }) => {
    const reading = once(() => readDigest(corpusPage(file), address).reading);
    const whole = once(said);

    test('is read paper by paper, in its order, with every identifier and title', () => {
      const { papers, problems } = reading();
      expect(papers.map(({ title }) => title)).toEqual(whole().map(({ title }) => title));
      for (const [paper, { id }] of pairs(papers, whole())) if (id) expect(paper.identifiers).toContain(id);
      expect(problems.filter(({ code }) => code !== 'list-bounded')).toEqual([]);
    });

    test('is read with nearly all of its authors and abstracts', () => {
      const all = pairs(reading().papers, whole());
      const withAuthors = all.filter(([, { authors }]) => authors);
      const withAbstract = all.filter(([, { abstract }]) => abstract);
      expect(unlike(withAuthors, (paper, { authors }) => isSame(paper.authors, authors))).toEqual([]);
      expect(unlike(withAbstract, (paper, { abstract }) => paper.abstract === abstract)).toEqual([]);
    });

    test('is not read with an abstract that it does not show', () => {
      const without = pairs(reading().papers, whole()).filter(([, { abstract }]) => !abstract);
      expect(without.flatMap(([paper]) => paper.abstract ?? [])).toEqual([]);
    });
  });
});

/** What `make` gives, made when it is first asked for: a page of hundreds of papers takes long to be parsed. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

function pairs(papers: readonly ScrapedPaper[], said: readonly Said[]): [ScrapedPaper, Said][] {
  return papers.flatMap((paper, index) => {
    const other = said[index];
    const pair: [ScrapedPaper, Said][] = other ? [[paper, other]] : [];
    return pair;
  });
}

/** The papers that are not read alike; none when their share is small enough. */
function unlike(
  all: readonly [ScrapedPaper, Said][],
  isAlike: (paper: ScrapedPaper, said: Said) => boolean,
): unknown[] {
  const others = all.filter(([paper, said]) => !isAlike(paper, said));
  return others.length <= all.length * (1 - NEARLY_ALL) ? [] : others;
}

function isSame(read: readonly string[] | undefined, said: readonly string[] | undefined): boolean {
  return JSON.stringify(read) === JSON.stringify(said);
}
