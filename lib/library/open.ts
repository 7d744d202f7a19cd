import type { Outcome } from '../domain/outcome.ts';
import { GleanerDatabase } from './database.ts';
import type { MakeCopy } from './upgrade.ts';

/** A library that was opened. Check `isReadOnly`: one of a later version can be read and exported only. */
export type Opened = Outcome<GleanerDatabase, OpenFailure>;

export interface OpenFailure {
  code: 'storage-full' | 'storage-unavailable' | 'upgrade-failed';
  reason: unknown;
}

/**
 * Opens the library, brings an older one up to date first, and opens one of a later version for reading.
 * @param copy makes the safety copy before an upgrade rewrites rows
 * @param upgrading told when an upgrade begins, which may take seconds
 */
export async function openLibrary(
  copy: MakeCopy,
  upgrading: () => void = () => undefined,
  name = 'gleaner',
): Promise<Opened> {
  const database = new GleanerDatabase(name);
  try {
    await database.open();
    return { ok: true, value: database };
  } catch (error) {
    // Seldom needed, so loaded only then: the popup opens sooner without it.
    const { recoverOpening } = await import('./open-recovery.ts');
    return recoverOpening({ database, copy, upgrading }, error);
  }
}
