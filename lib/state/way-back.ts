import type { BackupFiles } from '../backup/automatic.ts';
import { readBackup } from '../backup/read.ts';
import { restoreBackup } from '../library/restore.ts';
import type { UndoStep } from '../library/steps.ts';
import { acceptLibrary, type Memory } from './watch-over.ts';
import type { World } from './world.ts';

/**
 * Takes back a step that replaced the library: puts the local backup that was kept before it in its place again.
 * @throws when that backup is gone or damaged; the library then stays as it is
 */
export async function takeWayBack(
  { db, nowMs }: World,
  { files, libraryMemory }: { files: BackupFiles; libraryMemory: Memory },
  { wayBack = '' }: UndoStep,
): Promise<void> {
  const file = await files.open(wayBack);
  const read = file && (await readBackup(file.stream()));
  if (!read?.ok) throw new Error(`The backup kept before this step cannot be read: ${read?.reason ?? 'file'}`);
  await restoreBackup(db, read.value, { mode: 'replace', nowMs: nowMs() });
  await acceptLibrary(db, libraryMemory);
}
