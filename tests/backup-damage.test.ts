import { expect, test } from 'vitest';
import { readBackup } from '../lib/backup/read.ts';
import { streamOf } from './samples/backup.ts';
import { badFiles } from './samples/backup-damage.ts';
import { SECRET } from './samples/backup-whole.ts';

const SLOWEST_MS = 2_000;

test.each(badFiles())('$name', async ({ bytes, reasons, line, detail }) => {
  const file = streamOf(bytes());
  const begin = performance.now();
  const read = await readBackup(file);
  expect(performance.now() - begin, 'milliseconds').toBeLessThan(SLOWEST_MS);
  if (read.ok) throw new Error('It was taken for a backup');
  expect(reasons).toContain(read.reason);
  expect(read.line).toBeGreaterThanOrEqual(1);
  if (line !== undefined) expect(read.line).toBe(line);
  // What is of the wrong type may be noticed by what it lacks inside.
  if (detail !== undefined) expect(`${read.detail}.`.startsWith(`${detail}.`), read.detail).toBe(true);
  expect(read.code).toBe(read.reason === 'newer-version' ? 'backup-newer' : 'backup-unreadable');
  expect(JSON.stringify(read)).not.toMatch(new RegExp(SECRET, 'i'));
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
