import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let folder = '';
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(folder, 'lib'));
  write('lib/a.ts', 'a');
  write('lib/a.test.ts', 'test');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each<[string, () => void, boolean]>([
  ['nothing', () => undefined, true],
  ['a test', () => write('lib/a.test.ts', 'other'), true],
  ['a file', () => write('lib/a.ts', 'b'), false],
  ['the list of files', () => write('lib/b.ts', ''), false],
])('when %s has changed, the same is %s', (_what, change, isSame) => {
  const before = fingerprint(folder, ['lib']);
  change();
  expect(fingerprint(folder, ['lib']) === before).toBe(isSame);
});
