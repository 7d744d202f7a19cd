import type { Backup } from '../domain/backup.ts';
import type { Outcome } from '../domain/outcome.ts';
import { GleanerDatabase } from '../library/database.ts';
import { buildFromRows, everyRow } from '../library/table-rows.ts';
import { installedVersion, type MakeCopy, openAsIs, upgradeLibrary } from '../library/upgrade.ts';
import { type BackupFiles, keptIn } from './automatic.ts';
import type { BackupFailure } from './failure.ts';
import { keptName, toLetGo } from './kept.ts';
import type { ReadOptions } from './plain-bytes.ts';
import { readBackup } from './read.ts';
import { readTables, tablesVersion, writeTables } from './tables-file.ts';
import { writeLibrary } from './write-library.ts';

const INCOMING = 'gleaner-incoming';

/**
 * Keeps the tables as they are before an upgrade rewrites them. A copy of that version that is there already stays as it
 * is: an upgrade that is tried again must not put a second copy in the place of the first.
 */
export function safetyCopy(files: BackupFiles, nowMs: () => number): MakeCopy {
  return async (database, version) => {
    const before = (await keptIn(files)).filter(({ reason }) => reason === 'before-upgrade');
    for (const { name } of before) {
      const file = await files.open(name);
      // A file that is there was written whole.
      if (file && (await tablesVersion(file.stream())) === version) return;
    }
    const madeAt = new Date(nowMs()).toISOString();
    await files.write(
      keptName(madeAt, 'before-upgrade'),
      writeTables({ version, rows: await everyRow(database) }, madeAt),
    );
    for (const { name } of toLetGo(await keptIn(files))) await files.remove(name);
  };
}

/** Reads a backup of any kind: one that was exported, or the tables as an older version left them. */
export async function readAnyBackup(file: Blob, options: ReadOptions = {}): Promise<Outcome<Backup, BackupFailure>> {
  const read = await readBackup(file.stream(), { bytes: file.size, ...options });
  if (read.ok || read.reason !== 'not-a-backup' || (await tablesVersion(file.stream())) === undefined) return read;
  return backupFromTables(file);
}

/** Brings old tables up to date in a database beside the library, and reads that as a backup. */
async function backupFromTables(file: Blob): Promise<Outcome<Backup, BackupFailure>> {
  const tables = await readTables(file.stream());
  if (!tables.ok) return tables;
  const database = new GleanerDatabase(INCOMING);
  try {
    await buildFromRows(INCOMING, tables.value.version, tables.value.rows);
    await upgradeLibrary(INCOMING, async () => undefined);
    const stream = await writeLibrary(database, { app: '0', exportedAt: new Date(0).toISOString() });
    return await readBackup(stream);
  } catch (error) {
    // The checksum was right, so the rows are as they were written; but they do not make a library.
    if (error instanceof Error)
      return { ok: false, code: 'backup-unreadable', reason: 'record-shape', line: 1, detail: error.name };
    throw error;
  } finally {
    await database.delete();
  }
}

/** The library as it lies there, whatever its version, as a file: the way out when it cannot be brought up to date. */
export async function copyAsIs(name: string, nowMs: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const version = (await installedVersion(name)) ?? 0;
  const database = openAsIs(name);
  try {
    await database.open();
    return writeTables({ version, rows: await everyRow(database) }, new Date(nowMs).toISOString());
  } finally {
    database.close();
  }
}
