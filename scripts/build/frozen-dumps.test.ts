import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireDumps } from './frozen-dumps.ts';

test('a build without the dump of a version fails and says what to do', () => {
  requireDumps('tests/databases');
  const empty = mkdtempSync(join(tmpdir(), 'no-dumps-'));
  expect(() => requireDumps(empty)).toThrow(/v1\.json.*freeze-database/);
  rmSync(empty, { recursive: true });
});
