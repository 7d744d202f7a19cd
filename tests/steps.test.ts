import { expect, test } from 'vitest';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { importCapture } from '../lib/library/import.ts';
import { ingest } from '../lib/library/ingest.ts';
import { changeEntries, changeTags } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { listSteps } from '../lib/library/steps.ts';
import { undoLast } from '../lib/library/undo.ts';
import { expectSound } from './invariants.ts';
import { captureOf, entryOfPaper, everyId, scraped, withLibrary } from './library.ts';

async function twoPapers(db: GleanerDatabase): Promise<number[]> {
  await ingest(db, captureOf([scraped({ title: 'The First Paper' }), scraped({ title: 'The Second Paper' })]));
  return (await everyId(db)).reverse();
}

const wordsOf = entryOfPaper;

test('tags are put on and taken off, each paper keeping its own, and taken back', async () => {
  await withLibrary(async (db) => {
    const [first = 0, second = 0] = await twoPapers(db);
    const ids = [first, second];
    await changeEntries(db, ids.slice(0, 1), { tags: ['old', ' own  one '] }, 1);
    await changeTags(db, ids, { add: ['new', 'new'], remove: ['old'] }, 2);
    expect((await wordsOf(db, first))?.tags).toEqual(['new', 'own one']);
    expect((await wordsOf(db, second))?.tags).toEqual(['new']);
    expect(await undoLast(db, 3)).toMatchObject({ action: 'tags', count: 2 });
    expect((await wordsOf(db, first))?.tags).toEqual(['old', 'own one']);
    expect((await wordsOf(db, second))?.tags).toEqual([]);
    await expectSound(db);
  });
});

test('a note that is saved while it is written is one step, back to what it was', async () => {
  await withLibrary(async (db) => {
    const [first = 0, second = 0] = await twoPapers(db);
    await changeEntries(db, [first], { note: 'before' }, 1);
    await changeEntries(db, [second], { note: 'x' }, 2);
    for (const [index, note] of ['b', 'be', 'better'].entries()) {
      await changeEntries(db, [first], { note }, 1_000 + index);
    }
    expect(await listSteps(db)).toHaveLength(3);
    await undoLast(db, 2_000);
    expect((await wordsOf(db, first))?.note).toBe('before');
    await changeEntries(db, [first], { note: 'later' }, 3_000);
    await changeEntries(db, [first], { note: 'much later' }, 3_000 + 6 * 60_000);
    await undoLast(db, 4_000_000);
    expect((await wordsOf(db, first))?.note).toBe('later');
  });
});

test('every step is listed, the last one first, and all of them are undone in turn', async () => {
  await withLibrary(async (db) => {
    const [first = 0, second = 0] = await twoPapers(db);
    const before = await canonicalDump(db);
    await changeEntries(db, [first, second], { status: 'reading' }, 1);
    await changeEntries(db, [first], { starred: true }, 2);
    await changeEntries(db, [first], { note: 'n' }, 3);
    await importCapture(
      db,
      captureOf([scraped({ title: 'An Imported Paper' })], { key: 'text-file:x', site: 'text-file' }),
      4,
    );
    await changeEntries(db, [second], { removed: true }, 5);
    expect((await listSteps(db)).map(({ action, count, paperIds }) => [action, count, paperIds])).toEqual([
      ['remove', 1, [second]],
      ['import', 1, []],
      ['note', 1, [first]],
      ['star', 1, [first]],
      ['status', 2, []],
    ]);
    for (let step = 0; step < 5; step += 1) expect(await undoLast(db, 10 + step)).toBeDefined();
    expect(await listSteps(db)).toEqual([]);
    const clockless = (dump: string) => dump.replace(/"changed":\{[^}]*\}/g, '').replace(/^\{"key".*"said".*\n/gm, '');
    expect(clockless(await canonicalDump(db))).toBe(clockless(before));
    await expectSound(db);
  });
});

test('what the user said is on the disk before it counts as done; a capture can wait', async () => {
  await withLibrary(async (db) => {
    const asked: (string | undefined)[] = [];
    db.use({
      stack: 'dbcore',
      level: -1,
      name: 'listening',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) => {
          if (mode === 'readwrite') asked.push(options?.durability);
          return core.transaction(tables, mode, options);
        },
      }),
    });
    await ingest(db, captureOf([scraped({ title: 'The First Paper' })]));
    expect(new Set(asked.splice(0))).not.toContain('strict');
    const ids = await everyId(db);
    await changeEntries(db, ids, { status: 'read' }, 1);
    await changeTags(db, ids, { add: ['x'] }, 2);
    await undoLast(db, 3);
    await importCapture(db, captureOf([scraped({ title: 'Another' })], { key: 'text-file:x', site: 'text-file' }), 4);
    expect(asked).toEqual(['strict', 'strict', 'strict', 'strict']);
  });
});
