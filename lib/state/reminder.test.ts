import { describe, expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from '../library/ingest.ts';
import { dismissReminder, dueReminder, noteSaved, readUnsaved, type SavedMemory } from './reminder.ts';
import type { World } from './world.ts';

const START = Date.parse('2026-11-01T12:00:00Z');
const HOUR = 3_600_000;

interface Desk {
  world: World;
  memory: SavedMemory;
  later(hours: number): void;
  add(papers: number): Promise<unknown>;
}

function atDesk(work: (desk: Desk) => Promise<void>) {
  return withLibrary(async (db) => {
    let now = START;
    let stored: unknown;
    let added = 0;
    const titles = (count: number) =>
      Array.from({ length: count }, () => {
        added += 1;
        return scraped({
          title: `On the matter of ${added} seeds in a row`,
          identifiers: [`arxiv:2605.${10_000 + added}`],
        });
      });
    await work({
      world: { db, nowMs: () => now },
      memory: {
        recall: () => stored,
        remember: (saved) => {
          stored = JSON.parse(JSON.stringify(saved));
        },
      },
      later: (hours) => {
        now += hours * HOUR;
      },
      add: (papers) => ingest(db, captureOf(titles(papers), { key: `huggingface:search:${added}` })),
    });
  });
}

describe('A reminder of a backup', () => {
  test('does not come for what was there when counting began', () =>
    atDesk(async ({ world, memory, add }) => {
      await add(150);
      expect(await dueReminder(world, memory)).toBeUndefined();
    }));

  test.each<[papers: number, hours: number, comes: boolean]>([
    [99, 13 * 24, false],
    [100, 1, true],
    [1, 14 * 24, true],
    [0, 60 * 24, false],
  ])('after %i changes and %i hours: %s', (papers, hours, comes) =>
    atDesk(async ({ world, memory, add, later }) => {
      await readUnsaved(world, memory);
      if (papers > 0) await add(papers);
      later(hours);
      const due = await dueReminder(world, memory);
      expect(due?.changes).toBe(comes ? papers : undefined);
      expect(due?.isBackup).toBe(comes ? false : undefined);
    }),
  );

  test('that was dismissed stays away for a day', () =>
    atDesk(async ({ world, memory, add, later }) => {
      await readUnsaved(world, memory);
      await add(100);
      dismissReminder(memory, world.nowMs());
      later(23);
      expect(await dueReminder(world, memory)).toBeUndefined();
      later(1);
      expect(await dueReminder(world, memory)).toMatchObject({ changes: 100 });
    }));

  test('is over once a backup was saved', () =>
    atDesk(async ({ world, memory, add }) => {
      await readUnsaved(world, memory);
      await add(100);
      await noteSaved(world, memory);
      expect(await dueReminder(world, memory)).toBeUndefined();
      expect(await readUnsaved(world, memory)).toEqual({ changes: 0, days: 0, isBackup: true });
    }));

  test.each([['nonsense'], [{ atMs: 'x', papers: 1, step: 1 }], [null]])('begins anew over a memory of %o', (stored) =>
    atDesk(async ({ world, memory }) => {
      const broken: SavedMemory = { ...memory, recall: () => stored };
      expect(await dueReminder(world, broken)).toBeUndefined();
      expect(memory.recall()).toMatchObject({ atMs: START, isBackup: false });
    }),
  );
});
