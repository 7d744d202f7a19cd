import Dexie from 'dexie';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { SCHEMA_VERSION } from './tables.ts';

/** Makes a safety copy of a library at an older version, before rows of it are rewritten. */
export type MakeCopy = (database: Dexie, version: number) => Promise<void>;

/**
 * Brings an older library up to date, all of it or nothing: whatever goes wrong, it stays as it was and at its old
 * version. Several pages may ask for this at once; the second finds it done.
 * @param copy awaited before the first row is rewritten; if it fails, nothing is changed
 * @param migrations the list to follow, for tests of what goes wrong on the way
 */
export async function upgradeLibrary(
  name: string,
  copy: MakeCopy,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const version = await installedVersion(name);
  if (version === undefined || version >= SCHEMA_VERSION) return;
  if (migrations.some((migration) => migration.version > version && migration.rewrites)) {
    await withDatabase(openAsIs(name), (database) => copy(database, version));
  }
  await withDatabase(declare(name, migrations), async (database) => {
    await database.open();
  });
}

/** The version of a library's tables; undefined when there is none. */
export async function installedVersion(name: string): Promise<number | undefined> {
  const all = await indexedDB.databases();
  const native = all.find((database) => database.name === name)?.version;
  // Dexie counts in tenths, so that it has numbers of its own in between.
  return native === undefined ? undefined : Math.floor(native / 10);
}

/** A library with the tables that it has, whatever its version: to read it, not to write. */
export function openAsIs(name: string): Dexie {
  return new Dexie(name);
}

/** A library with every version declared, up to and including one, for building it as that version did. */
export function declare(name: string, migrations: readonly Migration[], last = SCHEMA_VERSION): Dexie {
  const database = new Dexie(name);
  for (const { version, stores, upgrade } of migrations) {
    if (version > last) break;
    const declared = database.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade((transaction) => upgrade(transaction));
  }
  return database;
}

async function withDatabase(database: Dexie, work: (database: Dexie) => Promise<void>): Promise<void> {
  try {
    await database.open();
    await work(database);
  } finally {
    database.close();
  }
}
