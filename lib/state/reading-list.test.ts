import { expect, test } from 'vitest';
import { everyId, withLibrary } from '../../tests/library.ts';
import { sampleBackup } from '../../tests/samples/backup.ts';
import type { PaperId } from '../domain/paper.ts';
import { restoreBackup } from '../library/restore.ts';
import type { Watching } from './paper-pieces.ts';
import { type WrittenList, writeReadingList } from './reading-list.ts';
import type { World } from './world.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const MANY = 1_100;

/** Runs `work` on a library of so many papers, with their numbers. */
function withPapers(papers: number, work: (world: World, ids: PaperId[]) => Promise<void>): Promise<void> {
  return withLibrary(async (db) => {
    await restoreBackup(db, sampleBackup(papers), { mode: 'replace', nowMs: NOW_MS });
    await work({ db, nowMs: () => NOW_MS }, await everyId(db));
  });
}

async function titlesIn({ file }: WrittenList): Promise<string[]> {
  const { papers }: { papers: { title: string }[] } = JSON.parse(await file.text());
  return papers.map(({ title }) => title);
}

function write(world: World, ids: readonly PaperId[], options: Watching = {}): Promise<WrittenList> {
  return writeReadingList(world, { ids, format: 'json', what: 'Unread' }, options);
}

test('a long list is written whole, in its order, and tells how far it is', () =>
  withPapers(MANY, async (world, ids) => {
    const told: string[] = [];
    const written = await write(world, ids, { progress: (done, total) => told.push(`${done}/${total}`) });
    const titles = await titlesIn(written);
    expect(titles).toHaveLength(MANY);
    expect(new Set(titles).size).toBe(MANY);
    expect(await titlesIn(await write(world, ids.toReversed()))).toEqual(titles.toReversed());
    const done = [0, 128, 256, 384, 512, 640, 768, 896, 1_024, MANY];
    expect(told).toEqual(done.map((papers) => `${papers}/${MANY}`));
    expect(written).toMatchObject({ fileName: 'gleaner-Unread-2026-11-22.json', count: MANY });
    expect(written.file.type).toBe('application/json;charset=utf-8');
  }));

test('papers that have gone meanwhile are left out, and not counted', () =>
  withPapers(3, async (world, [first = 0, second = 0]) => {
    const written = await write(world, [first, 999_999, second]);
    expect([written.count, (await titlesIn(written)).length]).toEqual([2, 2]);
  }));

test('writing a long list can be stopped', () =>
  withPapers(3, async (world, ids) => {
    const controller = new AbortController();
    const progress = () => controller.abort();
    await expect(write(world, ids, { progress, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  }));
