import type { SiteId } from '../domain/digest.ts';
import type { PaperId } from '../domain/paper.ts';
import { resolvePaper } from '../domain/resolve.ts';
import type { Entry } from '../domain/shelf.ts';
import type { Change, Changes } from './apply-changes.ts';
import { type CellChange, type ColumnKind, DUE, STATE, statusBits } from './columns.ts';
import type { GleanerDatabase } from './database.ts';
import { noteDue } from './due-chunks.ts';
import type { HeldPaper } from './held.ts';
import { giveSiteBits } from './site-bits.ts';

type Cells = Record<ColumnKind, CellChange[]>;

/** What a change of papers and entries does to the columns. */
export async function cellsOf(
  db: GleanerDatabase,
  { papers, entries }: { papers: Changes['papers']; entries: ReadonlyMap<PaperId, Change<Entry>> },
  siteOf: ReadonlyMap<string, SiteId>,
): Promise<Cells> {
  const bits = await giveSiteBits(db, siteOf.values());
  const bitOf = (digestKey: string) => bits.get(siteOf.get(digestKey) ?? '') ?? 0;
  const cells: Cells = { state: [], order: [], upvotes: [], published: [], sites: [], due: [] };
  const due = new Map<PaperId, number>();
  const isDue = (id: PaperId, bits: number) => bits > 0 && due.set(id, (due.get(id) ?? 0) | bits);
  for (const [id, { before, after }] of entries) {
    const state = stateOf(after);
    if (stateOf(before) !== state) cells.state.push({ id, set: state });
    if (before?.order !== after?.order) cells.order.push({ id, set: after?.order ?? 0 });
    isDue(id, dueBy(before, after));
  }
  for (const [id, change] of papers) {
    if (change.before?.sightings !== change.after?.sightings) {
      const seen = change.after?.sightings ?? [];
      cells.upvotes.push({ id, set: seen.reduce((most, one) => Math.max(most, one.upvotes ?? 0), 0) });
      cells.sites.push({ id, set: seen.reduce((all, one) => (all | bitOf(one.digestKey)) >>> 0, 0) });
    }
    const { isOther, day } = lookAgain(id, change);
    if (day !== undefined) cells.published.push({ id, set: day });
    if (isOther) isDue(id, DUE.text);
  }
  cells.due = [...due].map(([id, set]) => ({ id, clear: 0, set }));
  await noteDue(db, due.keys());
  return cells;
}

/** The state of a paper with this entry; 0 where there is none. */
function stateOf(entry: Entry | undefined): number {
  if (!entry) return 0;
  const { status, starred, removed } = entry;
  return statusBits(status) | STATE.present | (starred ? STATE.starred : 0) | (removed ? STATE.removed : 0);
}

/** A paper that is removed is not searched, and one that comes back is; both are for the index to see to. */
function dueBy(before: Entry | undefined, after: Entry | undefined): number {
  const isGone = (entry: Entry | undefined) => entry === undefined || entry.removed;
  if (before && isGone(before) !== isGone(after)) return DUE.text | DUE.said;
  return saidText(before) === saidText(after) ? 0 : DUE.said;
}

function saidText(entry: Entry | undefined): string {
  return entry && (entry.tags.length > 0 || entry.note) ? JSON.stringify([entry.tags, entry.note]) : '[[],""]';
}

/** What the descriptions of a paper say otherwise now: whether its text is to be indexed again, and when it appeared. */
function lookAgain(id: PaperId, { before, after }: Change<HeldPaper>): { isOther: boolean; day?: number } {
  if (before && before.descriptions === after?.descriptions) return { isOther: false };
  const [old, now] = [before, after].map((paper) => paper && resolvePaper({ id, ...paper }));
  const text = (paper: typeof old) => paper && JSON.stringify([paper.title, paper.authors, paper.abstract]);
  return { isOther: text(old) !== text(now), day: dayNumber(now?.published) };
}

/** `2026-05-12` as 20260512, `2026-05` as 20260500. */
function dayNumber(published: string | undefined): number {
  return Number((published ?? '').replaceAll('-', '').slice(0, 8).padEnd(8, '0')) || 0;
}
