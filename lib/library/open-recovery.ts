import { GleanerDatabase } from './database.ts';
import type { Opened, OpenFailure } from './open.ts';
import { type MakeCopy, upgradeLibrary } from './upgrade.ts';

interface Attempt {
  database: GleanerDatabase;
  copy: MakeCopy;
  upgrading(): void;
}

/** What to do about a library that did not open: bring it up to date, open it for reading, or say why neither. */
export async function recoverOpening({ database, copy, upgrading }: Attempt, error: unknown): Promise<Opened> {
  if (isNamed(error, 'NewerLibrary')) return openForReading(database.name);
  if (!isNamed(error, 'OutdatedLibrary')) return { ok: false, code: storageFailure(error), reason: error };
  upgrading();
  try {
    await upgradeLibrary(database.name, copy);
  } catch (reason) {
    return { ok: false, code: 'upgrade-failed', reason };
  }
  try {
    await database.open();
    return { ok: true, value: database };
  } catch (reason) {
    return { ok: false, code: storageFailure(reason), reason };
  }
}

async function openForReading(name: string): Promise<Opened> {
  const database = new GleanerDatabase(name, true);
  try {
    await database.open();
    // Dexie knows these tables only now, and does not give them their names.
    for (const table of database.tables) Object.assign(database, { [table.name]: table });
    return { ok: true, value: database };
  } catch (reason) {
    return { ok: false, code: storageFailure(reason), reason };
  }
}

/** The code of a failure of the storage. Dexie wraps what the browser throws, so the name may stand on the inner error. */
export function storageFailure(error: unknown): Exclude<OpenFailure['code'], 'upgrade-failed'> {
  return isNamed(error, 'QuotaExceededError') ? 'storage-full' : 'storage-unavailable';
}

function isNamed(error: unknown, name: string): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  if (error.name === name) return true;
  return 'inner' in error && error.inner !== error && isNamed(error.inner, name);
}
