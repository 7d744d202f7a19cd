import type { ListedPaper } from '../domain/listed-paper.ts';
import { atom } from '../exporters/atom.ts';
import type { Sheet } from './sheet.ts';

/**
 * The papers of a week as an Atom feed, newest first, each once.
 * @param exportedAt ISO instant
 */
export function writeAtom({ title, days }: Sheet, papers: readonly ListedPaper[], exportedAt: string): string {
  const writer = atom.start({ exportedAt, heading: `${title}: ${days}` });
  return writer.head + writer.write(papers) + writer.end();
}
