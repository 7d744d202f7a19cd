import { readBackup } from '../../lib/backup/read.ts';
import { writeLibrary } from '../../lib/backup/write-library.ts';
import { GleanerDatabase } from '../../lib/library/database.ts';
import { restoreBackup } from '../../lib/library/restore.ts';
import { canonicalDump } from '../../lib/library/snapshot.ts';
import { backupOf, sampleBackup } from '../samples/backup.ts';

/** Bundled and brought into a page of the extension, where database and packing are the browser's own. */
export const library = {
  GleanerDatabase,
  backupOf,
  canonicalDump,
  readBackup,
  restoreBackup,
  sampleBackup,
  writeLibrary,
};

declare global {
  var gleanerLibrary: typeof library;
}
globalThis.gleanerLibrary = library;
