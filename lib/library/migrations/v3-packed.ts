import type { Transaction } from 'dexie';
import type { Migration } from './migration.ts';
import { CHUNK, columnsOf, type Numbered, type OldDigest, type OldEntry, type OldSighting } from './v3-columns.ts';
import { bucketsOf } from './v3-keys.ts';

interface OldRow {
  id: string;
  keys: string[];
  descriptions: { key: string; facts: { published?: string }; sources: { published?: string } }[];
}
interface OldWords {
  key: string;
  said: Record<string, unknown>;
}

const PAPERS = 16;
const ENTRIES = 128;
const SLICE = 64;

/** Papers get numbers and lie packed; keys, columns, members and counters of tags follow from them. */
export const packedPapers: Migration = {
  version: 3,
  rewrites: true,
  stores: {
    paperPacks: 'pack',
    entryPacks: 'pack',
    columns: '[kind+chunk]',
    keyBuckets: 'bucket',
    members: 'digestKey',
    indexBlocks: '',
    reversals: 'id',
    papers: null,
    entries: null,
    words: null,
    sightings: null,
  },
  upgrade,
};

async function upgrade(transaction: Transaction): Promise<void> {
  const read = async <Row>(table: string): Promise<Row[]> => transaction.table(table).toArray();
  const [papers, entries, words, sightings, digests] = await Promise.all([
    read<OldRow>('papers'),
    read<OldEntry>('entries'),
    read<OldWords>('words'),
    read<OldSighting>('sightings'),
    read<OldDigest>('digests'),
  ]);
  const rowOf = new Map(papers.map((row) => [row.id, row]));
  const saidOf = new Map(words.map((row) => [row.key, row]));
  const seenIn = Map.groupBy(sightings, ({ paperId }) => paperId);
  const inOrder = entries.sort((a, b) => a.order - b.order || (a.paperId < b.paperId ? -1 : 1));
  const all = inOrder.flatMap((entry, index): Numbered<OldRow>[] => {
    const row = rowOf.get(entry.paperId);
    return row ? [{ id: index + 1, row, entry, seen: seenIn.get(entry.paperId) ?? [] }] : [];
  });
  const put = (table: string, rows: readonly unknown[]) => putSlices(transaction, table, rows);
  await put(
    'paperPacks',
    packs(all, PAPERS, ({ row, seen }) => ({
      descriptions: row.descriptions,
      sightings: seen.map(({ paperId: _paperId, ...sighting }) => sighting),
    })),
  );
  await put(
    'entryPacks',
    packs(all, ENTRIES, ({ row, entry: { addedAt, order } }) => {
      const names = row.descriptions.map(({ key }) => key);
      return { names, addedAt, order, words: names.flatMap((name) => saidOf.get(name) ?? []) };
    }),
  );
  await put('keyBuckets', bucketsOf(all.map(({ id, row }) => ({ id, keys: row.keys }))));
  const sites = [...new Set(digests.map(({ site }) => site))].slice(0, 32);
  await put('columns', columnsOf(all, digests, sites));
  await put('members', membersOf(all));
  await put('counters', countersOf(all));
  await splitSteps(transaction);
  await put('meta', [
    { key: 'papers', value: inOrder.length },
    { key: 'sites', value: sites },
    { key: 'due', value: [...new Set(all.map(({ id }) => Math.floor(id / CHUNK)))] },
  ]);
}

interface OldStep {
  id: number;
  count?: number;
  before: { key: string; words: unknown }[];
  deleted?: unknown;
  brought?: unknown;
  apart?: unknown;
}

/** The way back from a step leaves its row: of thousands of papers it is long, and lists of steps do not need it. */
async function splitSteps(transaction: Transaction): Promise<void> {
  const steps: OldStep[] = await transaction.table('undo').toArray();
  const parts = steps.map(({ id, before, deleted, brought, apart, ...step }) => {
    const names = step.count === 1 && before.length > 0 ? { names: before.map(({ key }) => key) } : {};
    return {
      step: { id, ...step, count: step.count ?? before.length, ...names },
      reversal: {
        id,
        before,
        ...(deleted === undefined ? {} : { deleted }),
        ...(brought === undefined ? {} : { brought }),
        ...(apart === undefined ? {} : { apart }),
      },
    };
  });
  await transaction.table('undo').bulkPut(parts.map(({ step }) => step));
  await transaction.table('reversals').bulkPut(parts.map(({ reversal }) => reversal));
}

async function putSlices(transaction: Transaction, table: string, rows: readonly unknown[]): Promise<void> {
  for (let start = 0; start < rows.length; start += SLICE) {
    await transaction.table(table).bulkPut(rows.slice(start, start + SLICE));
  }
}

function packs(all: readonly Numbered<OldRow>[], size: number, rowOf: (one: Numbered<OldRow>) => unknown): unknown[] {
  return [...Map.groupBy(all, ({ id }) => Math.floor(id / size))].map(([pack, members]) => {
    const rows: unknown[] = Array.from({ length: Math.max(...members.map(({ id }) => id % size)) + 1 }, () => null);
    for (const one of members) rows[one.id % size] = rowOf(one);
    return { pack, rows };
  });
}

function membersOf(all: readonly Numbered<OldRow>[]): unknown[] {
  const pairs = all.flatMap(({ id, seen }) =>
    [...new Set(seen.map(({ digestKey }) => digestKey))].map((digestKey) => ({ digestKey, id })),
  );
  return [...Map.groupBy(pairs, ({ digestKey }) => digestKey)].map(([digestKey, members]) => ({
    digestKey,
    ids: Uint32Array.from(members, ({ id }) => id),
  }));
}

function countersOf(all: readonly Numbered<OldRow>[]): { name: string; value: number }[] {
  const tags = all.filter(({ entry }) => !entry.removed).flatMap(({ entry }) => entry.tags);
  const spoken = all.filter(({ entry }) => Object.keys(entry.changed).length > 0).length;
  return [
    { name: 'spoken', value: spoken },
    ...[...Map.groupBy(tags, (tag) => tag)].map(([tag, uses]) => ({ name: `tag:${tag}`, value: uses.length })),
  ];
}
