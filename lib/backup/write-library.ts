import type { BackupCounts, BackupRecord } from '../domain/backup.ts';
import { readGeneration } from '../library/apply-changes.ts';
import { LibraryChanged, readRecords } from '../library/backup-records.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { startBreathing } from './breath.ts';
import { type WriteOptions, writeBackup } from './write.ts';

export interface LibraryWriteOptions extends WriteOptions {
  /** The version of Gleaner that writes. */
  app: string;
  /** ISO instant. */
  exportedAt: string;
}

const MOST_TRIES = 3;

/**
 * Writes the whole library, as it stands when this is called, and holds no more of it than a slice at a time.
 * @returns the bytes of the file; see `writeBackup` for how they may fail. They fail with `LibraryChanged` when papers
 *   or words are written meanwhile (see `tryUnchanged`)
 */
export async function writeLibrary(
  db: GleanerDatabase,
  { app, exportedAt, ...options }: LibraryWriteOptions,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  options.signal?.throwIfAborted();
  const generation = await readGeneration(db);
  const counts = await countRecords(db, options.signal);
  return writeBackup(recordsOf(db, generation), { app, exportedAt, counts }, options);
}

/** Does work anew, up to three times in all, while it fails because the library changed under it. */
export async function tryUnchanged<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LibraryChanged) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Counted, not asked of the counters: a backup must also come of a library of which the counters are wrong. */
async function countRecords(db: GleanerDatabase, signal: AbortSignal | undefined): Promise<BackupCounts> {
  const breathe = startBreathing();
  const counts: BackupCounts = { papers: 0, digests: 0, sightings: 0 };
  for await (const record of readRecords(db)) {
    signal?.throwIfAborted();
    if ('digest' in record) counts.digests += 1;
    if ('paper' in record) {
      counts.papers += 1;
      counts.sightings += record.paper.sightings.length;
    }
    await breathe();
  }
  return counts;
}

/** All records, if they are still those that were counted. */
async function* recordsOf(db: GleanerDatabase, generation: number): AsyncGenerator<BackupRecord> {
  const check = async () => {
    if ((await readGeneration(db)) !== generation) throw new LibraryChanged();
  };
  await check();
  yield* readRecords(db);
  await check();
}
