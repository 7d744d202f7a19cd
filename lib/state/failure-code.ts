import { ERRORS, type ErrorCode } from '../domain/errors.ts';

const FULL: ReadonlySet<string> = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);
/** What browsers and Dexie call a database that does not open, or is taken away while it is in use. */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  'OpenFailedError',
  'DatabaseClosedError',
  'MissingAPIError',
  'UnknownError',
  'InvalidStateError',
  'SecurityError',
  'NotReadableError',
  'DataError',
  'BlockedError',
]);
const OURS: ReadonlyMap<string, ErrorCode> = new Map([
  ['NewerLibrary', 'library-newer'],
  ['UpgradeFailed', 'upgrade-failed'],
]);

/**
 * The code of a failure of the library: the one it carries, or else by what it or one of the errors within it is
 * called. Dexie wraps the browser's error, and a transaction that was aborted keeps the reason inside.
 */
export function failureCode(failure: unknown): ErrorCode {
  const given = property(failure, 'code');
  const carried = (Object.keys(ERRORS) as ErrorCode[]).find((code) => code === given);
  if (carried) return carried;
  const names = errorNames(failure);
  if (names.some((name) => FULL.has(name))) return 'storage-full';
  const own = names.map((name) => OURS.get(name)).find((code) => code !== undefined);
  if (own) return own;
  return names.some((name) => UNAVAILABLE.has(name)) ? 'storage-unavailable' : 'unexpected';
}

/** The names of an error and of those within it, outermost first; empty for what is no error and holds none. */
export function errorNames(failure: unknown, depth = 0): string[] {
  if (depth > 4) return [];
  const inner = ['inner', 'cause', 'reason'].map((name) => property(failure, name)).find((one) => one instanceof Error);
  const names = inner === undefined ? [] : errorNames(inner, depth + 1);
  return failure instanceof Error ? [failure.name, ...names] : names;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
