import type { PaperId } from '../domain/paper.ts';
import { relatedPapers } from '../search/related.ts';
import type { Library } from './library.ts';

export interface RelatedPaper {
  id: PaperId;
  title: string;
}

const SHOWN = 5;

/** The papers most like this one, best first; those that the user has removed are left out. Rejects when it is stopped. */
export async function findRelated(
  { db, loadListed }: Pick<Library, 'db' | 'loadListed'>,
  id: PaperId,
  signal: AbortSignal,
): Promise<RelatedPaper[]> {
  // A few more than are shown, because some of them may have been removed.
  const ids = await relatedPapers(db, id, { limit: 3 * SHOWN, signal });
  const listed = await loadListed(db, ids);
  const shown = ids.flatMap((other) => {
    const one = listed.get(other);
    return one && !one.entry.removed ? [{ id: other, title: one.paper.title }] : [];
  });
  return shown.slice(0, SHOWN);
}
