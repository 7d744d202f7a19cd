import type { PaperRow } from '../domain/description.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { Entry, UserField } from '../domain/shelf.ts';
import { add, addEntryChange, type Tally } from './counters.ts';
import type { GleanerDatabase, MergeRow } from './database.ts';
import { fromEntryRow, toEntryRow } from './entry-row.ts';

/**
 * Where a settlement takes a stored paper to pieces, a piece may be a paper that was merged into it before. It then
 * gets its old id and its old entry back, and what was said of the kept paper goes back too, unless it was said since.
 * Runs inside the transaction of the settlement, before its rows are written.
 *
 * @returns the entries that were given back, by paper
 */
export async function dissolveMerges(
  db: GleanerDatabase,
  settlement: Settlement,
  stored: readonly PaperRow[],
  tally: Tally,
): Promise<Map<PaperId, Entry>> {
  const entries = new Map<PaperId, Entry>();
  const owned = new Set(stored.flatMap((row) => row.descriptions.map(({ key }) => key)));
  const pieces = settlement.rows.filter(
    ({ id, descriptions }) => settlement.created.has(id) && descriptions.some(({ key }) => owned.has(key)),
  );
  if (pieces.length === 0) return entries;
  const merges = await db.merges
    .where('kept.row.id')
    .anyOf(stored.map(({ id }) => id))
    .reverse()
    .sortBy('id');
  for (const piece of pieces) {
    const merge = merges.find(({ absorbed }) => leads(absorbed.row, piece) && !entries.has(absorbed.row.id));
    if (!merge) continue;
    rename(settlement, piece, merge.absorbed.row.id);
    entries.set(piece.id, { ...merge.absorbed.entry, paperId: piece.id });
    await restoreKeptEntry(db, merge, tally);
    await db.merges.delete(merge.id);
    add(tally, 'merges', -1);
  }
  return entries;
}

function leads(absorbed: PaperRow, piece: PaperRow): boolean {
  return piece.descriptions.some(({ key }) => key === absorbed.descriptions[0]?.key);
}

function rename(settlement: Settlement, row: PaperRow, id: PaperId): void {
  settlement.created.delete(row.id);
  settlement.created.add(id);
  row.id = id;
  for (const { key } of row.descriptions) settlement.homes.set(key, id);
}

async function restoreKeptEntry(db: GleanerDatabase, merge: MergeRow, tally: Tally): Promise<void> {
  const row = await db.entries.get(merge.kept.row.id);
  if (!row) return;
  const now = fromEntryRow(row);
  const restored: Entry = { ...merge.kept.entry, changed: { ...merge.kept.entry.changed } };
  const merged = [merge.kept.entry, merge.absorbed.entry];
  for (const field of Object.keys(now.changed) as UserField[]) {
    if (merged.some(({ changed }) => changed[field] === now.changed[field])) continue;
    Object.assign(restored, { [field]: now[field] });
    Object.assign(restored.changed, { [field]: now.changed[field] });
  }
  addEntryChange(tally, now, restored);
  await db.entries.put(toEntryRow(restored));
}
