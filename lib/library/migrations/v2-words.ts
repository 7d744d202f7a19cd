import type { Transaction } from 'dexie';
import type { Migration } from './migration.ts';

// Types of version 1 and 2 as this migration needs them, written down here because the present ones will move on.
type Words = Record<string, unknown>;
interface OldEntry extends Words {
  paperId: string;
  changed: Record<string, string>;
}
interface OldRow {
  id: string;
  descriptions: { key: string }[];
}
interface OldMerge {
  id: number;
  at: string;
  kept: { row: OldRow; entry: OldEntry };
  absorbed: { row: OldRow; entry: OldEntry };
  because: string[];
}
interface OldStep extends Words {
  before: { paperId: string; words: Words }[];
  deleted?: { papers: OldRow[]; entries: OldEntry[] };
}
type Said = Record<string, { value: unknown; clock: string }>;

const SLICE = 1_000;

/** What the user said moves from the paper to the descriptions that it was said of; merges become history. */
export const wordsByDescription: Migration = {
  version: 2,
  rewrites: true,
  stores: { words: 'key', merges: '++id' },
  upgrade,
};

async function upgrade(transaction: Transaction): Promise<void> {
  const [papers, entries, merges] = [
    transaction.table('papers'),
    transaction.table('entries'),
    transaction.table('merges'),
  ];
  const history: OldMerge[] = await merges.orderBy('id').toArray();
  const mergesOf = Map.groupBy(history, ({ kept }) => kept.row.id);
  const namesOf = new Map<string, string[]>();
  const ids: string[] = await papers.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    const rows: OldRow[] = await papers.bulkGet(slice);
    const old: OldEntry[] = await entries.bulkGet(slice);
    for (const { id, descriptions } of rows) namesOf.set(id, keysOf({ id, descriptions }));
    const words = old.flatMap((entry) =>
      wordsOf(entry, namesOf.get(entry.paperId) ?? [], mergesOf.get(entry.paperId) ?? []),
    );
    await transaction.table('words').bulkPut(words);
    await entries.bulkPut(old.map((entry) => ({ ...entry, names: namesOf.get(entry.paperId) ?? [] })));
  }
  await merges.bulkPut(history.map(mergeHistory));
  await upgradeSteps(transaction, namesOf);
  await dropFullNotice(transaction);
}

/**
 * What was said under each name. Of a merged paper, its sides get back what was said of each, and all its names what
 * was said since; where the entry shows something else than that adds up to, the entry is right.
 */
function wordsOf(
  entry: OldEntry,
  names: readonly string[],
  merges: readonly OldMerge[],
): { key: string; said: Said }[] {
  const saidOf = new Map<string, Said>(names.map((name) => [name, {}]));
  const say = (keys: readonly string[], source: OldEntry, fields: readonly string[]) => {
    for (const key of keys) {
      const said = saidOf.get(key);
      if (said) Object.assign(said, saidIn(source, fields));
    }
  };
  for (const { kept, absorbed } of merges) {
    say(keysOf(kept.row), kept.entry, Object.keys(kept.entry.changed));
    say(keysOf(absorbed.row), absorbed.entry, Object.keys(absorbed.entry.changed));
  }
  const fields = Object.keys(entry.changed);
  say(
    names,
    entry,
    fields.filter((field) => !addsUp(entry, field, [...saidOf.values()])),
  );
  return [...saidOf].filter(([, said]) => Object.keys(said).length > 0).map(([key, said]) => ({ key, said }));
}

function saidIn(entry: OldEntry, fields: readonly string[]): Said {
  return Object.fromEntries(fields.map((field) => [field, { value: entry[field], clock: entry.changed[field] ?? '' }]));
}

/** Whether what was said of the sides of a merge is what the merged paper shows of a field. */
function addsUp(entry: OldEntry, field: string, all: readonly Said[]): boolean {
  const said = all.flatMap((one) => one[field] ?? []);
  const latest = said
    .map(({ clock }) => clock)
    .sort()
    .at(-1);
  return latest === entry.changed[field] && JSON.stringify(together(field, said)) === JSON.stringify(entry[field]);
}

const STRENGTH = ['skipped', 'unread', 'reading', 'read'];

function together(field: string, said: readonly { value: unknown }[]): unknown {
  const values = said.map(({ value }) => value);
  if (field === 'status') return values.sort((a, b) => STRENGTH.indexOf(String(b)) - STRENGTH.indexOf(String(a)))[0];
  if (field === 'starred') return values.some(Boolean);
  if (field === 'removed') return values.every(Boolean);
  if (field === 'tags') return [...new Set(values.flat())].sort();
  return [...new Set(values.map(String).filter(Boolean))].sort().join('\n\n');
}

function mergeHistory({ id, at, kept, absorbed, because }: OldMerge) {
  return { id, at, kept: keysOf(kept.row), absorbed: keysOf(absorbed.row), because };
}

async function upgradeSteps(transaction: Transaction, namesOf: ReadonlyMap<string, string[]>): Promise<void> {
  const steps: OldStep[] = await transaction.table('undo').toArray();
  await transaction.table('undo').bulkPut(
    steps.map((step) => ({
      ...step,
      count: step.deleted ? step.deleted.papers.length : step.before.length,
      before: step.before.flatMap(({ paperId, words }) => (namesOf.get(paperId) ?? []).map((key) => ({ key, words }))),
      ...(step.deleted
        ? { deleted: { ...step.deleted, entries: step.deleted.entries.map(withNames(step.deleted.papers)) } }
        : {}),
    })),
  );
}

function withNames(papers: readonly OldRow[]): (entry: OldEntry) => OldEntry {
  const namesOf = new Map(papers.map((row) => [row.id, keysOf(row)]));
  return (entry) => ({ ...entry, names: namesOf.get(entry.paperId) ?? [] });
}

/** A full disk is no longer a notice in the library, where there may be no room for one. */
async function dropFullNotice(transaction: Transaction): Promise<void> {
  await transaction
    .table('notices')
    .filter(({ code }) => code === 'storage-full')
    .delete();
}

function keysOf({ descriptions }: OldRow): string[] {
  return descriptions.map(({ key }) => key);
}
