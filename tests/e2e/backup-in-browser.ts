import { keepBackup } from '../../lib/backup/automatic.ts';
import { readBackup } from '../../lib/backup/read.ts';
import { writeBackup } from '../../lib/backup/write.ts';
import { backupFolder, saveFile } from '../../lib/platform/backup-files.ts';
import { recordsInTurn, sampleBackup } from '../samples/backup.ts';

/** Bundled and brought into a page or worker of the extension, where files and packing are the browser's own. */
export const backups = { keepBackup, readBackup, writeBackup, backupFolder, saveFile, recordsInTurn, sampleBackup };

declare global {
  var gleanerBackups: typeof backups;
}
globalThis.gleanerBackups = backups;
