import type { PaperRow } from '../domain/description.ts';
import { settle } from '../domain/settlement.ts';
import { ADMIT_TABLES, applySettlement, newPaperId } from './admit.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, MergeRow } from './database.ts';

/** All merges that stand, newest first. */
export async function listMerges(db: GleanerDatabase): Promise<MergeRow[]> {
  return db.merges.reverse().toArray();
}

/**
 * Takes a merge apart: both papers stand again as they were, with what was said of each, and no later capture joins
 * them again. What the user has changed since stays with the paper that was kept.
 * @returns false when there is no such merge, or a later capture has already moved either of them elsewhere
 */
export async function undoMerge(db: GleanerDatabase, id: number): Promise<boolean> {
  return db.transaction('rw', [...ADMIT_TABLES], async () => {
    const merge = await db.merges.get(id);
    const stored = merge && (await db.papers.get(merge.kept.row.id));
    if (!merge || !stored || !holds(stored, merge.absorbed.row)) return false;
    await db.apart.bulkAdd(crossPairs(merge.kept.row, merge.absorbed.row).map((keys) => ({ keys })));
    const apart = (await db.apart.toArray()).map(({ keys }) => keys);
    const settlement = settle([stored], [], apart, newPaperId);
    const tally: Tally = new Map();
    const entryFor = (paperId: string) => ({ ...merge.absorbed.entry, paperId });
    await applySettlement(db, settlement, [stored], { at: merge.at, entryFor }, tally);
    await applyTally(db, tally);
    return true;
  });
}

function holds(stored: PaperRow, absorbed: PaperRow): boolean {
  return stored.descriptions.some(({ key }) => key === absorbed.descriptions[0]?.key);
}

function crossPairs(kept: PaperRow, absorbed: PaperRow): [string, string][] {
  return kept.descriptions.flatMap((a) => absorbed.descriptions.map((b): [string, string] => [a.key, b.key]));
}
