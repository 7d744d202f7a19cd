import type { Outcome } from '../domain/outcome.ts';
import { type KeptBackup, type KeptReason, keptFrom, keptName, toLetGo } from './kept.ts';
import { checkBackup } from './read.ts';
import { tryUnchanged } from './write-library.ts';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Where backups are kept on this computer. */
export interface BackupFiles {
  /** Names and sizes of the files that were written whole. */
  list(): Promise<{ name: string; bytes: number }[]>;
  /** Writes a file: all of it, or none when the stream fails. */
  write(name: string, bytes: Bytes): Promise<void>;
  /** @returns undefined when there is none of this name */
  open(name: string): Promise<Blob | undefined>;
  remove(name: string): Promise<void>;
}

export interface KeepOptions {
  files: BackupFiles;
  nowMs: number;
  /** Starts writing the library as it stands; asked again when it changed before it was written. */
  make: () => Promise<Bytes>;
}

export interface BackupFailed {
  code: 'backup-failed';
  /** What failed, in a word: an error's name, or why the file could not be read back. */
  detail: string;
}

/** The backup that was kept, and how many older ones were let go of. */
export interface Keeping {
  kept: KeptBackup;
  letGo: number;
}

const DAY_MS = 86_400_000;

/** Two captures at once must not make two backups of one day, which would push older days out. */
const underWay = new WeakMap<BackupFiles, Promise<Outcome<Keeping | undefined, BackupFailed>>>();

/**
 * Keeps a backup of today, when one is due: something has changed since the last one, and that is a day old or more.
 * While one is being kept among the same files, asking again waits for that one.
 * @param lastChange ISO instant of the last change of the library; undefined when it never changed
 * @returns what was kept, or undefined when none was due
 */
export function keepBackupIfDue(
  options: KeepOptions & { lastChange: string | undefined },
): Promise<Outcome<Keeping | undefined, BackupFailed>> {
  const { files } = options;
  const running = underWay.get(files) ?? keepIfDue(options).finally(() => underWay.delete(files));
  underWay.set(files, running);
  return running;
}

async function keepIfDue({
  lastChange,
  ...options
}: KeepOptions & { lastChange: string | undefined }): Promise<Outcome<Keeping | undefined, BackupFailed>> {
  return failing<Keeping | undefined>(async () => {
    if (lastChange === undefined) return { ok: true, value: undefined };
    const due = isDue(await keptIn(options.files), lastChange, options.nowMs);
    return due ? keepBackup({ ...options, reason: 'daily' }) : { ok: true, value: undefined };
  });
}

/**
 * Writes a backup, reads it back to see that it is whole, and only then lets go of older ones. It is written anew, a few
 * times, when the library changes meanwhile. A failure leaves what was kept before as it was.
 */
export async function keepBackup(
  options: KeepOptions & { reason: KeptReason },
): Promise<Outcome<Keeping, BackupFailed>> {
  const { files, reason, nowMs, make } = options;
  return failing<Keeping>(async () => {
    const madeAt = new Date(nowMs).toISOString();
    const kept: KeptBackup = { name: keptName(madeAt, reason), madeAt, reason };
    await tryUnchanged(async () => files.write(kept.name, await make()));
    const written = await files.open(kept.name);
    const checked = written && (await checkBackup(written.stream()));
    if (!checked?.ok) {
      await files.remove(kept.name);
      return { ok: false, code: 'backup-failed', detail: checked?.reason ?? 'file' };
    }
    const old = toLetGo(await keptIn(files)).filter(({ name }) => name !== kept.name);
    for (const { name } of old) await files.remove(name);
    return { ok: true, value: { kept, letGo: old.length } };
  });
}

/** Backups that are kept, newest first; other files are left alone. */
export async function keptIn(files: Pick<BackupFiles, 'list'>): Promise<KeptBackup[]> {
  const backups = (await files.list()).flatMap(({ name }) => keptFrom(name) ?? []);
  return backups.sort((a, b) => (a.madeAt > b.madeAt ? -1 : 1));
}

function isDue(newestFirst: readonly KeptBackup[], lastChange: string, nowMs: number): boolean {
  // A clock that went ahead for a while and was put right must not stop backups until it is caught up with.
  const last = newestFirst.find(({ madeAt }) => Date.parse(madeAt) <= nowMs);
  return !last || (lastChange > last.madeAt && nowMs - Date.parse(last.madeAt) >= DAY_MS);
}

/** Files, database and disk fail in many ways, none of which may take down what only wanted a backup made. */
async function failing<Value>(
  work: () => Promise<Outcome<Value, BackupFailed>>,
): Promise<Outcome<Value, BackupFailed>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) return { ok: false, code: 'backup-failed', detail: error.name };
    throw error;
  }
}
