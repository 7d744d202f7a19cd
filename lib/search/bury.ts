import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import type { Part } from './fields.ts';
import { packPapers, unpackPapers } from './paper-set.ts';
import { deleteSegments, papersKey, type SearchState } from './state.ts';

/**
 * Takes papers out of the segments that hold a part of them, inside the running transaction. A segment without papers
 * goes at once; the state is changed and not yet written.
 * @param ids ascending
 */
export async function bury(
  db: GleanerDatabase,
  state: SearchState,
  part: Part,
  ids: readonly PaperId[],
): Promise<void> {
  const first = ids[0] ?? Number.POSITIVE_INFINITY;
  const last = ids.at(-1) ?? 0;
  const touched = state.segments.filter((segment) => {
    return segment.part === part && segment.first <= last && segment.last >= first;
  });
  if (touched.length === 0) return;
  const going = new Set(ids);
  const records = await db.indexBlocks.bulkGet(touched.map(({ id }) => papersKey(id)));
  for (const [index, segment] of touched.entries()) {
    const record = records[index];
    if (!record) throw new Error('A segment of the search index has lost its papers');
    const live = unpackPapers(record).filter((id) => !going.has(id));
    if (live.length === segment.live) continue;
    segment.live = live.length;
    segment.changed = state.generation;
    if (live.length > 0) await db.indexBlocks.put(packPapers(live), papersKey(segment.id));
    else await deleteSegments(db, [segment.id]);
  }
  state.segments = state.segments.filter(({ live }) => live > 0);
}
