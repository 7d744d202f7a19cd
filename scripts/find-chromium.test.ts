import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium, type Places } from './find-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
const missing = join(folder, 'missing');

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '', { mode: 0o755 });
  return path;
}

const named = program('named');
const managed = program('managed');
const own = program('chromium');
const chrome = program('google-chrome');
const everything: Places = {
  environment: { CHROMIUM_PATH: named },
  managed,
  chromiums: [missing, own],
  branded: [chrome],
};

test.each<[string, Partial<Places>, ReturnType<typeof findChromium>]>([
  ['the one that CHROMIUM_PATH names', {}, { kind: 'chromium', path: named, from: 'CHROMIUM_PATH' }],
  ['then that of Playwright', { environment: {} }, { kind: 'chromium', path: managed, from: 'Playwright' }],
  [
    'then that of the machine',
    { environment: {}, managed: missing },
    { kind: 'chromium', path: own, from: 'this machine' },
  ],
  [
    'no Chrome, but says that it is there',
    { environment: {}, managed: missing, chromiums: [] },
    { kind: 'branded-only', path: chrome },
  ],
  [
    'nothing on a machine without a browser',
    { environment: {}, managed: missing, chromiums: [], branded: [] },
    { kind: 'none' },
  ],
])('finds %s', (_name, places, expected) => {
  expect(findChromium({ ...everything, ...places })).toEqual(expected);
});

test('a CHROMIUM_PATH that leads nowhere is an error of its own', () => {
  expect(() => findChromium({ ...everything, environment: { CHROMIUM_PATH: missing } })).toThrow(
    /CHROMIUM_PATH is set to/,
  );
});
