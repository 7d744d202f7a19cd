import type { ErrorCode } from '../lib/domain/errors.ts';
import { type TextKey, t } from '../lib/platform/text.ts';

const TEXTS: Record<ErrorCode, readonly [what: TextKey, safe: TextKey, todo: TextKey]> = {
  'storage-full': ['error_storage_full', 'error_storage_full_safe', 'error_storage_full_do'],
  'storage-unavailable': [
    'error_storage_unavailable',
    'error_storage_unavailable_safe',
    'error_storage_unavailable_do',
  ],
  'library-newer': ['error_library_newer', 'error_library_newer_safe', 'error_library_newer_do'],
  'library-lost': ['error_library_lost', 'error_library_lost_safe', 'error_library_lost_do'],
  'upgrade-failed': ['error_upgrade_failed', 'error_upgrade_failed_safe', 'error_upgrade_failed_do'],
  'capture-waiting': ['error_capture_waiting', 'error_capture_waiting_safe', 'error_capture_waiting_do'],
  'site-changed': ['error_site_changed', 'error_site_changed_safe', 'error_site_changed_do'],
  'text-bounded': ['error_text_bounded', 'error_text_bounded_safe', 'error_text_bounded_do'],
  'digest-unreadable': ['error_digest_unreadable', 'error_digest_unreadable_safe', 'error_digest_unreadable_do'],
  'backup-unreadable': ['error_backup_unreadable', 'error_backup_unreadable_safe', 'error_backup_unreadable_do'],
  'backup-newer': ['error_backup_newer', 'error_backup_newer_safe', 'error_backup_newer_do'],
  'backup-failed': ['error_backup_failed', 'error_backup_failed_safe', 'error_backup_failed_do'],
  'restore-failed': ['error_restore_failed', 'error_restore_failed_safe', 'error_restore_failed_do'],
  unexpected: ['error_unexpected', 'error_unexpected_safe', 'error_unexpected_do'],
};

/**
 * What is said of an error: what happened, what is safe, what to do.
 * @param facts fill `$1`, `$2`… of all three texts
 */
export function errorTexts(code: ErrorCode, facts: readonly string[] = []): Record<'what' | 'safe' | 'todo', string> {
  const [what, safe, todo] = TEXTS[code];
  return { what: t(what, ...facts), safe: t(safe, ...facts), todo: t(todo, ...facts) };
}
