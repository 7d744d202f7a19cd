/**
 * Everything that can go wrong and that a user is told of. Each code has three texts in the locale files, shown in one
 * way wherever it comes up: `error_<code>` (what happened), `error_<code>_safe` (what is safe and why it happened) and
 * `error_<code>_do` (what the user can do). `retry` says whether doing the same again can help.
 */
export const ERRORS = {
  'storage-full': { retry: true },
  'storage-unavailable': { retry: true },
  'library-newer': { retry: false },
  'library-lost': { retry: false },
  'upgrade-failed': { retry: true },
  'capture-waiting': { retry: true },
  'site-changed': { retry: false },
  'text-bounded': { retry: false },
  'digest-unreadable': { retry: false },
  'backup-unreadable': { retry: false },
  'backup-newer': { retry: false },
  'backup-failed': { retry: true },
  'restore-failed': { retry: true },
  unexpected: { retry: true },
} as const satisfies Record<string, { retry: boolean }>;

export type ErrorCode = keyof typeof ERRORS;
