import { type TextKey, t } from '../lib/platform/text.ts';
import type { BackupTrouble } from '../lib/state/backups.ts';

type BackupReason = NonNullable<BackupTrouble['reason']>;

const REASONS: Record<BackupReason, TextKey> = {
  empty: 'reasonEmpty',
  'not-a-backup': 'reasonNotOurs',
  encoding: 'reasonEncoding',
  header: 'reasonHeader',
  'newer-version': 'reasonNewer',
  compression: 'reasonCompression',
  'cut-off': 'reasonCutOff',
  'not-json': 'reasonDamaged',
  nesting: 'reasonDamaged',
  'too-long': 'reasonTooLong',
  'too-many-lines': 'reasonTooLong',
  'record-kind': 'reasonRecord',
  'record-shape': 'reasonRecord',
  duplicate: 'reasonMisfit',
  dangling: 'reasonMisfit',
  counts: 'reasonMisfit',
  checksum: 'reasonChecksum',
  'after-end': 'reasonAfterEnd',
  file: 'reasonFile',
};

/** Why a file cannot be taken for a backup, in words. */
export function backupReason(reason: BackupReason): string {
  return t(REASONS[reason]);
}
