import type { PaperRow } from '../domain/description.ts';
import { mergeEntries } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { Entry, UserField } from '../domain/shelf.ts';
import { add, addEntryChange, type Tally } from './counters.ts';
import type { GleanerDatabase, MergeRow } from './database.ts';
import { fromEntryRow, toEntryRow } from './entry-row.ts';

/**
 * Where a settlement takes a stored paper to pieces, a piece may be a paper that was merged into it before. Such a merge
 * is over: what was said of the kept paper goes back to what it was, unless it was said since, and the words of the
 * other follow it. If it stands alone again, it does so under its old id; if it is part of another paper now, its words
 * join those. Runs inside the transaction of the settlement, after its unions and before its rows are written.
 *
 * @returns the entries of papers that stand alone again, by paper
 */
export async function dissolveMerges(
  db: GleanerDatabase,
  settlement: Settlement,
  stored: readonly PaperRow[],
  tally: Tally,
): Promise<Map<PaperId, Entry>> {
  const entries = new Map<PaperId, Entry>();
  if (!stored.some((row) => row.descriptions.some(({ key }) => settlement.homes.get(key) !== row.id))) return entries;
  const merges = await db.merges
    .where('kept.row.id')
    .anyOf(stored.map(({ id }) => id))
    .reverse()
    .sortBy('id');
  for (const merge of merges) {
    const home = homeOf(settlement, merge.absorbed.row);
    if (home === undefined || home === homeOf(settlement, merge.kept.row)) continue;
    await restoreKeptEntry(db, merge, tally);
    await giveBack(db, { settlement, stored }, merge, entries, tally);
    await db.merges.delete(merge.id);
    add(tally, 'merges', -1);
  }
  return entries;
}

/** The paper that the leading description of a former row belongs to now. */
function homeOf(settlement: Settlement, row: PaperRow): PaperId | undefined {
  return settlement.homes.get(row.descriptions[0]?.key ?? '');
}

async function giveBack(
  db: GleanerDatabase,
  { settlement, stored }: { settlement: Settlement; stored: readonly PaperRow[] },
  merge: MergeRow,
  entries: Map<PaperId, Entry>,
  tally: Tally,
): Promise<void> {
  const { absorbed } = merge;
  const home = homeOf(settlement, absorbed.row) ?? '';
  const waiting = entries.get(home);
  const row = settlement.rows.find(({ id }) => id === home);
  if (waiting) {
    entries.set(home, mergeEntries(waiting, { ...absorbed.entry, paperId: home }));
  } else if (row && settlement.created.has(home)) {
    rename(settlement, row, absorbed.row.id);
    entries.set(row.id, { ...absorbed.entry, paperId: row.id });
  } else {
    await joinWords(
      db,
      stored.find(({ id }) => id === home),
      merge,
      tally,
    );
  }
}

/** The former paper is part of another stored paper now, which is a merge like any other. */
async function joinWords(db: GleanerDatabase, row: PaperRow | undefined, merge: MergeRow, tally: Tally): Promise<void> {
  const entryRow = row && (await db.entries.get(row.id));
  if (!row || !entryRow) throw new Error('A stored paper has no entry');
  const entry = fromEntryRow(entryRow);
  const merged = mergeEntries(entry, merge.absorbed.entry);
  addEntryChange(tally, entry, merged);
  add(tally, 'merges', 1);
  await db.entries.put(toEntryRow(merged));
  await db.merges.add({ at: merge.at, kept: { row, entry }, absorbed: merge.absorbed, because: merge.because });
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
