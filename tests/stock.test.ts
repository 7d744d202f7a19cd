import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { clearExamples } from '../lib/library/examples.ts';
import { ingest } from '../lib/library/ingest.ts';
import { continuePreload, planPreload } from '../lib/library/preload.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { acceptLibrary, keepMirror, lookAfter, type Memory } from '../lib/state/watch-over.ts';
import { captureOf, everyId, scraped, withLibrary } from './library.ts';

/** A memory that outlives the database, as the extension's own storage does. */
function newMemory(): Memory & { losses: number[] } {
  const losses: number[] = [];
  let mirror: unknown;
  let isKnown = false;
  return {
    losses,
    readMirror: async () => mirror,
    writeMirror: async (next) => {
      mirror = structuredClone(next);
    },
    isLossKnown: async () => isKnown,
    noteLoss: async (papers) => {
      isKnown = true;
      losses.push(papers);
    },
    forgetLoss: async () => {
      isKnown = false;
    },
  };
}

async function fill(db: GleanerDatabase): Promise<void> {
  await ingest(db, captureOf([scraped({ title: 'The First Paper' }), scraped({ title: 'The Second Paper' })]));
  const ids = await everyId(db);
  await changeEntries(db, ids, { status: 'read' }, 1);
}

const TABLES = ['paperPacks', 'entryPacks', 'columns', 'keyBuckets', 'digests', 'members', 'counters', 'meta'] as const;
test.each(TABLES)('that the table %s was emptied is noticed at the next start', async (table) => {
  await withLibrary(async (db) => {
    const memory = newMemory();
    await fill(db);
    expect(await lookAfter(db, memory)).toBe(true);
    await db.table(table).clear();
    expect(await lookAfter(db, memory)).toBe(false);
    expect(memory.losses).toEqual([2]);
  });
});

test('that the database was deleted, or another one stands in its place, is noticed at the next start', async () => {
  for (const putInPlace of [async () => undefined, fill]) {
    const memory = newMemory();
    await withLibrary(async (db) => {
      await fill(db);
      await lookAfter(db, memory);
    });
    await withLibrary(async (db) => {
      await putInPlace(db);
      expect(await lookAfter(db, memory)).toBe(false);
      expect(memory.losses).toEqual([2]);
    });
  }
});

test('a loss stands, with what was there, until the user has dealt with it', async () => {
  await withLibrary(async (db) => {
    const memory = newMemory();
    await fill(db);
    await lookAfter(db, memory);
    await db.paperPacks.clear();
    await lookAfter(db, memory);
    await ingest(db, captureOf([scraped({ title: 'A Paper That Came Since' })]));
    await keepMirror(db, memory);
    expect(await lookAfter(db, memory)).toBe(false);
    expect(memory.losses).toEqual([2]);
    await db.entryPacks.clear();
    await db.counters.clear();
    await db.members.clear();
    await db.digests.clear();
    await acceptLibrary(db, memory);
    expect(await lookAfter(db, memory)).toBe(true);
  });
});

test('1,000 ordinary starts raise no alarm, whenever the worker was stopped', async () => {
  let starts = 0;
  const deed = fc.constantFrom('capture', 'say', 'clear', 'mirror', 'start');
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 14 }), (deeds) =>
      withLibrary(async (db) => {
        const memory = newMemory();
        expect(await lookAfter(db, memory)).toBe(true);
        await planPreload(db, ['one']);
        await continuePreload(db, async () =>
          captureOf([scraped({ title: 'An Example', source: 'text-file' })], { key: 'text-file:1', site: 'text-file' }),
        );
        for (const [index, one] of deeds.entries()) {
          if (one === 'capture') await ingest(db, captureOf([scraped({ title: `Paper Number ${index}` })]));
          if (one === 'say') await changeEntries(db, await everyId(db), { starred: true }, index);
          if (one === 'clear') await clearExamples(db, index);
          if (one === 'mirror') await keepMirror(db, memory);
          if (one !== 'start') continue;
          starts += 1;
          expect(await lookAfter(db, memory)).toBe(true);
        }
        expect(memory.losses).toEqual([]);
      }),
    ),
    { numRuns: 450 },
  );
  expect(starts).toBeGreaterThan(1_000);
});
