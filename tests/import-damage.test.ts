import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../lib/backup/read.ts';
import { writeLibrary } from '../lib/backup/write-library.ts';
import { IMPORT_LIMITS } from '../lib/importers/imported.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { takeImport } from '../lib/library/import-plan-take.ts';
import { ingest } from '../lib/library/ingest.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { readFileForImport } from '../lib/state/import-read.ts';
import { expectSound } from './invariants.ts';
import { captureOf, scraped, withLibrary } from './library.ts';
import { DAMAGED_FILES, type DamagedFile, HUGE_FILES } from './samples/import-damage.ts';

const SLOWEST_MS = 20_000;
const options = () => ({ progress: () => undefined, signal: new AbortController().signal });

/** Looks at a file: what is told of it must make sense, and nothing may have changed. */
async function look(db: GleanerDatabase, { file }: DamagedFile): Promise<string> {
  const read = await readFileForImport({ db, nowMs: () => 0 }, file(), options());
  if (!read.ok) {
    expect(read.code).toMatch(/^[a-z-]+$/);
    expect(read.line ?? 1).toBeGreaterThanOrEqual(1);
    return read.code;
  }
  const { papers, titles, refused } = read.value;
  expect(papers).toBeGreaterThan(0);
  expect(titles.every((title) => title.trim() !== '')).toBe(true);
  expect(refused.length).toBeLessThanOrEqual(IMPORT_LIMITS.entries);
  for (const { line, what } of refused) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(what.length).toBeLessThanOrEqual(IMPORT_LIMITS.excerpt);
  }
  return 'read';
}

const withOnePaper = (work: (db: GleanerDatabase) => Promise<void>) =>
  withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There', identifiers: ['arxiv:2101.00001'] })]));
    const before = await canonicalDump(db);
    await work(db);
    expect(await canonicalDump(db)).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

test('more than 200 damaged files change nothing and say what is wrong, or what can be read of them', async () => {
  expect(DAMAGED_FILES.length).toBeGreaterThanOrEqual(200);
  const ended = new Map<string, number>();
  await withOnePaper(async (db) => {
    for (const damaged of DAMAGED_FILES) {
      const end = await look(db, damaged).catch((error: unknown) => {
        throw new Error(`${damaged.name}: ${error}`, { cause: error });
      });
      ended.set(end, (ended.get(end) ?? 0) + 1);
    }
  });
  expect([...ended.keys()]).toEqual(expect.arrayContaining(['read', 'encoding', 'broken-json', 'unknown', 'empty']));
}, 120_000);

test('whatever can be read of them can be taken in, and the library can be backed up and read back', async () => {
  await withLibrary(async (db) => {
    for (const { file } of DAMAGED_FILES) {
      const read = await readFileForImport({ db, nowMs: () => 0 }, file(), options());
      if (read.ok && 'capture' in read.value.what) await takeImport(db, read.value.what, { nowMs: 0 });
    }
    await expectSound(db);
    const stream = await writeLibrary(db, { app: '0.1.0', exportedAt: '2026-11-22T08:00:00.000Z' });
    expect(await readBackup(stream)).toMatchObject({ ok: true });
  });
}, 120_000);

describe('a file that is endless or endlessly deep is dealt with in bounded time', () => {
  test.each(HUGE_FILES.map((file): [string, DamagedFile] => [file.name, file]))(
    '%s',
    async (_, file) => {
      const begun = performance.now();
      await withOnePaper(async (db) => void (await look(db, file)));
      expect(performance.now() - begun, 'milliseconds').toBeLessThan(SLOWEST_MS);
    },
    60_000,
  );
});
