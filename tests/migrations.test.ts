import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { MIGRATIONS } from '../lib/library/migrations/all.ts';
import type { Migration } from '../lib/library/migrations/migration.ts';
import { openLibrary } from '../lib/library/open.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { SCHEMA_VERSION, TABLES } from '../lib/library/tables.ts';
import { undoLast } from '../lib/library/undo.ts';
import { installedVersion, openAsIs, upgradeLibrary } from '../lib/library/upgrade.ts';
import { indexAll } from '../lib/search/index-papers.ts';
import { searchPapers } from '../lib/search/search.ts';
import { type Frozen, frozenRows, readFrozen, thaw } from './databases/frozen.ts';
import { expectSound } from './invariants.ts';
import { captureOf, everyEntry, scraped } from './library.ts';

const noCopy = async () => undefined;
let made = 0;

/** A library as one version left it, under a name of its own. */
async function thawed(version: number): Promise<{ name: string; frozen: Frozen }> {
  const frozen = readFrozen(version);
  if (!frozen) throw new Error(`tests/databases/v${version}.json is missing: run npm run freeze-database`);
  made += 1;
  const name = `frozen-${made}`;
  await thaw(name, frozen);
  return { name, frozen };
}

async function everyRow(name: string): Promise<Record<string, unknown[]>> {
  const database = openAsIs(name);
  await database.open();
  const rows = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  database.close();
  return Object.fromEntries(rows);
}

test('every version of the tables has a dump that it made itself', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(MIGRATIONS.at(-1)?.version).toBe(SCHEMA_VERSION);
  for (const { version } of MIGRATIONS) expect(readFrozen(version)?.version, `v${version}.json`).toBe(version);
});

test('the migrations add up to the present tables', () => {
  const stores = Object.assign({}, ...MIGRATIONS.map((migration) => migration.stores));
  expect(Object.fromEntries(Object.entries(stores).filter(([, schema]) => schema !== null))).toEqual(TABLES);
});

/** Tables that have had the same rows in every version. */
const KEPT = ['digests', 'merges', 'apart', 'undo', 'receipts', 'notices'];

/** Every entry of the first versions stands as it stood, under the same name. */
async function expectEntries(db: GleanerDatabase, frozen: Frozen): Promise<void> {
  const papers = frozenRows(frozen, 'papers') as { id: string; descriptions: { key: string }[] }[];
  const nameOf = new Map(papers.map(({ id, descriptions }) => [id, descriptions[0]?.key ?? '']));
  const now = await everyEntry(db);
  for (const entry of frozenRows(frozen, 'entries')) {
    const { status, starred, tags, note, removed, order, addedAt, changed } = entry;
    const name = nameOf.get(String(entry.paperId)) ?? '';
    const own = now.find(({ names }) => names.includes(name));
    expect(own, name).toMatchObject({ status, starred, tags, note, removed, order, addedAt, changed });
  }
  expect(now.length).toBe(papers.length || Number((await db.counters.get('papers'))?.value));
}

describe.each(MIGRATIONS.map(({ version }) => version))('a library of version %i', (version) => {
  test('comes up to date with nothing lost and every word as it was', async () => {
    const { name, frozen } = await thawed(version);
    await upgradeLibrary(name, noCopy);
    const db = new GleanerDatabase(name);
    await expectSound(db);
    for (const table of KEPT) expect(await db.table(table).count(), table).toBe(frozenRows(frozen, table).length);
    await expectEntries(db, frozen);
    const before = await canonicalDump(db);
    await upgradeLibrary(name, noCopy);
    expect(await canonicalDump(db)).toBe(before);
    db.close();
  });

  test('goes on working: its steps are undone one by one, and captures come in', async () => {
    const { name, frozen } = await thawed(version);
    await upgradeLibrary(name, noCopy);
    const db = new GleanerDatabase(name);
    const steps = frozenRows(frozen, 'undo').length;
    for (let step = 0; step < steps; step += 1) {
      expect(await undoLast(db, Date.parse('2026-06-01T08:00:00.000Z') + step)).toBeDefined();
      await expectSound(db);
    }
    expect(await undoLast(db, 1)).toBeUndefined();
    await ingest(db, captureOf([scraped({ title: 'Joined Work Number 1', identifiers: ['arxiv:2605.00101'] })]));
    await expectSound(db);
    await indexAll(db);
    expect((await searchPapers(db, 'title:"joined work" author:lovelace -published')).ids).toEqual([]);
    expect((await searchPapers(db, '"thing 2" lovelace')).ids).toHaveLength(1);
    db.close();
  });
});

const older = MIGRATIONS.filter(({ version }) => version < SCHEMA_VERSION).map(({ version }) => version);
describe.each(older)('an upgrade from version %i', (version) => {
  const breaking = (at: number): Migration[] =>
    MIGRATIONS.map((migration) =>
      migration.version === at
        ? {
            ...migration,
            upgrade: async (transaction) => {
              await migration.upgrade?.(transaction);
              throw new Error('broken migration');
            },
          }
        : migration,
    );

  test('that fails leaves every row and the version as they were', async () => {
    for (const { version: at } of MIGRATIONS.filter((migration) => migration.version > version)) {
      const { name } = await thawed(version);
      const before = await everyRow(name);
      await expect(upgradeLibrary(name, noCopy, breaking(at))).rejects.toThrow('broken migration');
      expect(await installedVersion(name)).toBe(version);
      expect(await everyRow(name)).toEqual(before);
    }
  });

  test('makes its safety copy before the first row is rewritten, and does not begin without it', async () => {
    const { name } = await thawed(version);
    const before = await everyRow(name);
    const seen: unknown[] = [];
    await upgradeLibrary(name, async (database) => {
      for (const table of database.tables) seen.push([table.name, await table.toArray()]);
    });
    expect(Object.fromEntries(seen as [string, unknown[]][])).toEqual(before);

    const other = await thawed(version);
    const fail = () => Promise.reject(new Error('no room for a copy'));
    await expect(upgradeLibrary(other.name, fail)).rejects.toThrow('no room');
    expect(await installedVersion(other.name)).toBe(version);
    expect(await everyRow(other.name)).toEqual(before);
  });

  test('is done when the library is opened, and told of', async () => {
    const { name } = await thawed(version);
    let told = 0;
    const opened = await openLibrary(
      noCopy,
      () => {
        told += 1;
      },
      name,
    );
    expect(opened).toMatchObject({ ok: true, value: { isReadOnly: false } });
    expect(told).toBe(1);
    expect(await installedVersion(name)).toBe(SCHEMA_VERSION);
    if (opened.ok) opened.value.close();
  });

  test('whose copy cannot be made is a coded failure, and the library stays', async () => {
    const { name } = await thawed(version);
    const opened = await openLibrary(() => Promise.reject(new Error('no room')), undefined, name);
    expect(opened).toMatchObject({ ok: false, code: 'upgrade-failed' });
    expect(await installedVersion(name)).toBe(version);
  });
});

test('a library of a later version is read and exported, and nothing is written to it', async () => {
  const { name } = await thawed(SCHEMA_VERSION);
  const request = indexedDB.open(name, (SCHEMA_VERSION + 1) * 10);
  await new Promise((resolve, reject) => {
    request.onupgradeneeded = () => {
      // What a later version might do: a table of its own, and one of ours gone.
      request.result.createObjectStore('shelves');
      request.result.deleteObjectStore('notices');
    };
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  request.result.close();
  const before = await everyRow(name);
  const opened = await openLibrary(noCopy, undefined, name);
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  expect(db.isReadOnly).toBe(true);
  expect((await db.papers.get(Array.from({ length: 30 }, (_, id) => id))).size).toBeGreaterThan(5);
  await expect(ingest(db, captureOf([scraped({ title: 'A New Paper' })]))).rejects.toThrow();
  await expect(db.table('paperPacks').clear()).rejects.toThrow();
  db.close();
  expect(await everyRow(name)).toEqual(before);
});
