import type { BackupCounts, BackupRecord } from '../domain/backup.ts';
import { readRecords } from '../library/backup-records.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { type WriteOptions, writeBackup } from './write.ts';

export interface LibraryWriteOptions extends WriteOptions {
  /** The version of Gleaner that writes. */
  app: string;
  /** ISO instant. */
  exportedAt: string;
}

/**
 * Writes the whole library, as it stands when this is called.
 * @returns the bytes of the file; see `writeBackup` for how they may fail
 */
export async function writeLibrary(
  db: GleanerDatabase,
  { app, exportedAt, ...options }: LibraryWriteOptions,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  options.signal?.throwIfAborted();
  // Counted, not asked of the counters: a backup must also come of a library of which the counters are wrong.
  const records = await Array.fromAsync(readRecords(db));
  return writeBackup(inTurn(records), { app, exportedAt, counts: countOf(records) }, options);
}

function countOf(records: readonly BackupRecord[]): BackupCounts {
  const counts: BackupCounts = { papers: 0, digests: 0, sightings: 0 };
  for (const record of records) {
    if ('digest' in record) counts.digests += 1;
    if (!('paper' in record)) continue;
    counts.papers += 1;
    counts.sightings += record.paper.sightings.length;
  }
  return counts;
}

async function* inTurn(records: readonly BackupRecord[]): AsyncGenerator<BackupRecord> {
  yield* records;
}
