import type { Identifier } from '../../lib/domain/identifier.ts';
import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import { corpusPapers, hasCorpus } from '../../tests/corpus-entries.ts';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { seedPapers } from '../../tests/samples/seed-papers.ts';
import { say } from '../say.ts';
import { hostilePapers } from './hostile-papers.ts';
import type { Options, Origin } from './options.ts';

const PUBLISHED = 1_000;

/** Papers of one origin. */
export interface Corpus {
  name: Origin;
  papers: readonly ListedPaper[];
}

/**
 * The papers that every program reads: the packaged digests, a thousand published papers where the folder with them is
 * at hand, and papers that are made to break writers.
 */
export async function corpora({ over, hostile }: Pick<Options, 'over' | 'hostile'>): Promise<Corpus[]> {
  const all: Corpus[] = [];
  for (const name of over) {
    if (name === 'published' && !hasCorpus) say('No published papers are at hand: they are left out.');
    else all.push({ name, papers: await PAPERS[name](hostile) });
  }
  return all;
}

const PAPERS: Readonly<Record<Origin, (hostile: number) => ListedPaper[] | Promise<ListedPaper[]>>> = {
  seeds: seedPapers,
  published: publishedPapers,
  hostile: hostilePapers,
};

/** A thousand papers from all over the corpus. */
function publishedPapers(): ListedPaper[] {
  const all = corpusPapers();
  const step = Math.max(1, Math.floor(all.length / PUBLISHED));
  return all
    .filter((_, place) => place % step === 0)
    .slice(0, PUBLISHED)
    .map(({ id, title, summary, authors }, place) => {
      const identifiers: Identifier[] = [`arxiv:${id}`];
      const paper = { id: place + 1, title, abstract: summary, authors, identifiers };
      return listedPaper({ paper, entry: { paperId: place + 1 }, seen: [seenIn({})] });
    });
}
