import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withLibrary } from '../../tests/library.ts';
import type { HeldEntry } from './held.ts';

const row = (order: number): HeldEntry => ({ names: [`arxiv:${order}`], addedAt: '2026-05-12', order, words: [] });

test('rows are put, replaced and deleted as if each lay by itself', async () => {
  const change = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.option(fc.nat(9)));
  const step = fc.array(change, { maxLength: 40 }).map((changes) => new Map(changes));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), (steps) =>
      withLibrary(async (db) => {
        const expected = new Map<number, HeldEntry>();
        for (const changes of steps) {
          const rows = new Map([...changes].map(([id, order]) => [id, order === null ? undefined : row(order)]));
          await db.transaction('rw', 'entryPacks', async () => db.entries.put(rows));
          for (const [id, one] of rows) one ? expected.set(id, one) : expected.delete(id);
        }
        expect(await db.entries.get(Array.from({ length: 401 }, (_, id) => id))).toEqual(
          new Map([...expected].sort(([a], [b]) => a - b)),
        );
        const packs = await db.entryPacks.toArray();
        expect(new Map(packs.flatMap((pack) => db.entries.unpack(pack))).size).toBe(expected.size);
        expect(packs.every(({ rows }) => rows.at(-1))).toBe(true);
      }),
    ),
    { numRuns: 40 },
  );
});

test('more records than are written at once are written in one transaction, or none of them', async () => {
  await withLibrary(async (db) => {
    const rows = new Map(Array.from({ length: 20_000 }, (_, index) => [index + 1, row(index)]));
    const told: number[] = [];
    await db.transaction('rw', 'entryPacks', async () => db.entries.put(rows, (done) => told.push(done)));
    expect((await db.entries.get([1, 20_000])).size).toBe(2);
    expect(told.length).toBeGreaterThan(1);
    const gone = new Map([...rows.keys()].map((id) => [id, undefined]));
    const broken = db.transaction('rw', 'entryPacks', async () => {
      await db.entries.put(gone);
      throw new Error('stopped');
    });
    await expect(broken).rejects.toThrow('stopped');
    expect((await db.entries.get([1, 20_000])).size).toBe(2);
  });
});
