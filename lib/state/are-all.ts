import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Library } from './library.ts';
import { holds, paperSet } from './paper-set.ts';

/** Rows of so many papers are read sooner than the list of all that pass a filter. */
const FEW = 100;

/** Whether all of these papers have a status, if one is asked for, and a star, if one is. */
export async function areAll(
  { db, loadListed, listPaperIds }: Library,
  ids: readonly PaperId[],
  asked: Pick<ShelfFilter, 'status' | 'starred'>,
): Promise<boolean> {
  if (ids.length > FEW) {
    const listed = paperSet(await listPaperIds(db, asked, 'newest'));
    return ids.every((id) => holds(listed, id));
  }
  const entries = [...(await loadListed(db, ids)).values()].map(({ entry }) => entry);
  const { status, starred } = asked;
  return entries.every((entry) => (status === 'all' || entry.status === status) && (!starred || entry.starred));
}
