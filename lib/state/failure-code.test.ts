import { expect, test } from 'vitest';
import { failureCode } from './failure-code.ts';

const named = (name: string, inner?: unknown) => Object.assign(new Error(name), { name, inner });

test.each([
  ['storage-full', named('QuotaExceededError')],
  ['storage-full', named('AbortError', named('QuotaExceededError'))],
  ['storage-full', new Error('wrapped', { cause: named('QuotaExceededError') })],
  ['storage-unavailable', new DOMException('cannot be opened', 'UnknownError')],
  ['storage-unavailable', named('OpenFailedError', named('Strange'))],
  ['library-newer', named('DatabaseClosedError', named('NewerLibrary'))],
  ['upgrade-failed', named('UpgradeFailed')],
  ['upgrade-failed', { ok: false, code: 'upgrade-failed', reason: new TypeError('a bug') }],
  ['unexpected', { code: 'constructor' }],
  ['unexpected', new TypeError('a bug')],
  ['unexpected', 'not an error at all'],
])('is %s for %o', (code, failure) => {
  expect(failureCode(failure)).toBe(code);
});

test('errors that hold each other in a circle are still told apart', () => {
  const outer = named('A');
  Object.assign(outer, { inner: named('B', outer) });
  expect(failureCode(outer)).toBe('unexpected');
});
