import type { Identifier } from '../../lib/domain/identifier.ts';
import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import { corpusPapers, hasCorpus } from '../../tests/corpus-entries.ts';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { seedPapers } from '../../tests/samples/seed-papers.ts';
import { hostilePapers } from './hostile-papers.ts';

const PUBLISHED = 1_000;

/** Papers of one origin. */
export interface Corpus {
  name: string;
  papers: readonly ListedPaper[];
}

/**
 * The papers that every program reads: the packaged digests, a thousand published papers where the folder with them is
 * at hand, and papers that are made to break writers.
 * @param isQuick the packaged digests alone
 * @param hostile how many papers are made to break writers
 */
export async function corpora(isQuick: boolean, hostile: number): Promise<Corpus[]> {
  const seeds = { name: 'seeds', papers: await seedPapers() };
  if (isQuick) return [seeds];
  const published = hasCorpus ? [{ name: 'published', papers: publishedPapers() }] : [];
  return [seeds, ...published, { name: 'hostile', papers: hostilePapers(hostile) }];
}

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
