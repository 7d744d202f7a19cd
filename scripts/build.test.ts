import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isFresh } from './build.ts';

let folder = '';
let product = '';
let source = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fresh-'));
  product = join(folder, 'manifest.json');
  source = join(folder, 'lib');
  mkdirSync(source);
  for (const name of ['paper.ts', 'paper.test.ts']) writeFileSync(join(source, name), '');
  writeFileSync(product, '{}');
  for (const path of [join(source, 'paper.ts'), join(source, 'paper.test.ts'), source]) setTime(path, 100);
  setTime(product, 200);
});

function setTime(path: string, seconds: number): void {
  utimesSync(path, seconds, seconds);
}

test('a build newer than its sources is fresh', () => {
  expect(isFresh(product, [source, join(folder, 'not-there.ts')])).toBe(true);
});

test('a build is stale when it is missing', () => {
  rmSync(product);
  expect(isFresh(product, [source])).toBe(false);
});

test('a build is stale when a source was changed after it', () => {
  setTime(join(source, 'paper.ts'), 300);
  expect(isFresh(product, [source])).toBe(false);
});

test('a build is stale when a source was removed after it', () => {
  setTime(source, 300);
  expect(isFresh(product, [source])).toBe(false);
});

test('a build stays fresh when only a test was changed', () => {
  setTime(join(source, 'paper.test.ts'), 300);
  expect(isFresh(product, [source])).toBe(true);
});
