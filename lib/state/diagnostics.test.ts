import { expect, test } from 'vitest';
import { writeDiagnostics } from './diagnostics.ts';

test('a diagnosis is one fact a line, and leaves out what is not known', () => {
  const storage = { usedBytes: 10, mayUseBytes: 99, isKept: false };
  const troubles = [{ code: 'storage-full', at: '2026-11-22T06:00:00.000Z', count: 3 }, { code: 'unexpected' }];
  const text = writeDiagnostics({ app: '0.1.0', browser: 'Browser/1', storage, troubles, errors: ['AbortError'] });
  expect(text.split('\n')).toEqual([
    'Gleaner 0.1.0',
    'Browser/1',
    'storage: 10 of 99 bytes, not kept by the browser',
    'last backup: none',
    'trouble: storage-full 2026-11-22T06:00:00.000Z 3',
    'trouble: unexpected',
    'error: AbortError',
    '',
  ]);
});
