import { describe, expect, test } from 'vitest';
import { expectSound } from '../../tests/invariants.ts';
import { captureOf, everyId, everyWords, scraped, withLibrary } from '../../tests/library.ts';
import { readBackup } from '../backup/read.ts';
import { writeLibrary } from '../backup/write-library.ts';
import type { PaperId } from '../domain/paper.ts';
import { type CitedPaper, freezeKeys, visitCited } from './citation-keys.ts';
import type { GleanerDatabase } from './database.ts';
import { clearExamples } from './examples.ts';
import { importPlan } from './import-plan.ts';
import { takeImport } from './import-plan-take.ts';
import { ingest } from './ingest.ts';
import { papersNamed } from './keys.ts';
import { listMerges, undoMerge } from './merges.ts';
import { continuePreload, planPreload } from './preload.ts';
import { restoreBackup } from './restore.ts';
import { changeEntries } from './shelf.ts';
import { undoLast } from './undo.ts';

const PREPRINT = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001'] });
const ARTICLE = scraped({ title: 'Its Published Name', identifiers: ['doi:10.1000/x'] });
const BOTH = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001', 'doi:10.1000/x'] });
const LATER = { key: 'huggingface:day:2026-05-13' };

async function keysIn(db: GleanerDatabase): Promise<Map<PaperId, string>> {
  const cited: CitedPaper[] = [];
  await visitCited(db, (one) => cited.push(one));
  return new Map(cited.map(({ id, key }) => [id, key]));
}

async function idNamed(db: GleanerDatabase, name: string): Promise<PaperId> {
  const id = (await papersNamed(db, [name])).get(name)?.id;
  if (id === undefined) throw new Error(`no paper is named ${name}`);
  return id;
}

/** A library with two papers, exported one after the other. */
function withTwoCited(work: (db: GleanerDatabase) => Promise<void>): Promise<void> {
  return withLibrary(async (db) => {
    await ingest(db, captureOf([PREPRINT, ARTICLE]));
    await freezeKeys(db, new Map([[await idNamed(db, 'doi:10.1000/x'), 'published2025']]), 1);
    await freezeKeys(db, new Map([[await idNamed(db, 'arxiv:2501.00001'), 'telling2025']]), 2);
    await work(db);
    await expectSound(db);
  });
}

describe('a citation key', () => {
  test('is given once, and a second one is refused', () =>
    withLibrary(async (db) => {
      await ingest(db, captureOf([PREPRINT]));
      const [id = 0] = await everyId(db);
      expect(await freezeKeys(db, new Map([[id, 'first2025']]), 1)).toBe(true);
      expect(await freezeKeys(db, new Map([[id, 'first2025']]), 2)).toBe(true);
      expect(await freezeKeys(db, new Map([[id, 'second2025']]), 3)).toBe(false);
      expect([...(await keysIn(db))]).toEqual([[id, 'first2025']]);
      await expectSound(db);
    }));

  test('of a paper that is gone is no matter', () =>
    withLibrary(async (db) => {
      expect(await freezeKeys(db, new Map([[7, 'gone2025']]), 1)).toBe(true);
      expect((await keysIn(db)).size).toBe(0);
    }));

  test('that is older stays when two papers turn out to be one, and both stay with the halves when they part', () =>
    withTwoCited(async (db) => {
      await ingest(db, captureOf([BOTH], LATER));
      expect([...(await keysIn(db)).values()]).toEqual(['published2025']);
      const [merge] = await listMerges(db);
      await undoMerge(db, merge?.id ?? 0, 3);
      expect((await keysIn(db)).get(await idNamed(db, 'doi:10.1000/x'))).toBe('published2025');
      expect((await keysIn(db)).get(await idNamed(db, 'arxiv:2501.00001'))).toBe('telling2025');
    }));

  test('is not taken back with what the user said, before or after', () =>
    withTwoCited(async (db) => {
      const id = await idNamed(db, 'arxiv:2501.00001');
      await changeEntries(db, [id], { status: 'read' }, 3);
      await undoLast(db, 4);
      expect((await keysIn(db)).get(id)).toBe('telling2025');
    }));

  test('does not count as something that was said', () =>
    withTwoCited(async (db) => {
      expect((await db.counters.get('spoken'))?.value ?? 0).toBe(0);
      expect((await everyWords(db)).map(({ said }) => Object.keys(said))).toEqual([['cited'], ['cited']]);
    }));
});

test('papers of an import that were exported are taken out with it', () =>
  withLibrary(async (db) => {
    const said = { status: { value: 'read' as const, clock: '0mp2k3x1a-0000-here' } };
    const capture = captureOf([PREPRINT], { key: 'import:beans', site: 'import-file' });
    await takeImport(db, importPlan(capture, [{ ...PREPRINT, said }]), { nowMs: 1 });
    const [id = 0] = await everyId(db);
    await freezeKeys(db, new Map([[id, 'telling2025']]), 2);
    await undoLast(db, 3);
    expect(await everyId(db)).toEqual([]);
    await expectSound(db);
  }));

test('a backup that is joined brings its keys, and the older ones stand', () =>
  withTwoCited(async (db) => {
    const backup = await readBackup(await writeLibrary(db, { app: '0.2.0', exportedAt: '2026-11-22T08:00:00.000Z' }));
    if (!backup.ok) throw new Error(JSON.stringify(backup));
    await withLibrary(async (other) => {
      await ingest(other, captureOf([PREPRINT, ARTICLE]));
      await freezeKeys(other, new Map([[await idNamed(other, 'doi:10.1000/x'), 'later2025']]), 9);
      await restoreBackup(other, backup.value, { mode: 'merge', nowMs: 10 });
      expect([...(await keysIn(other)).values()].sort()).toEqual(['published2025', 'telling2025']);
      await expectSound(other);
    });
  }));

test('examples that were exported are cleared like the others, and come back with their keys', () =>
  withLibrary(async (db) => {
    const digest = { key: 'huggingface:day:2026-03-11' };
    await planPreload(db, ['a.txt']);
    await continuePreload(db, async () => captureOf([PREPRINT], digest));
    const [id = 0] = await everyId(db);
    await freezeKeys(db, new Map([[id, 'telling2025']]), 1);
    expect((await clearExamples(db, 2)).cleared).toBe(1);
    expect((await keysIn(db)).size).toBe(0);
    await undoLast(db, 3);
    expect([...(await keysIn(db)).values()]).toEqual(['telling2025']);
    await expectSound(db);
  }));
