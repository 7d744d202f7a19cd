import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { readBibtex } from '../../tests/samples/bibtex-reader.ts';
import type { PaperId } from '../domain/paper.ts';
import { freezeKeys } from '../library/citation-keys.ts';
import { ingest } from '../library/ingest.ts';
import { loadListed } from '../library/queries.ts';
import { paperText } from './copy-paper.ts';
import { startPreviews } from './export-preview.ts';
import { type ListToWrite, writeReadingList } from './reading-list.ts';
import type { World } from './world.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const AUTHORS = { authors: ['Ann Lee'], published: '2024-05-01' };
const SEEDS = scraped({ title: 'Seeds of Summer Gardens', identifiers: ['arxiv:2405.00001'], ...AUTHORS });
const SEED_TOO = scraped({ title: 'Seeds for Winter Fields', identifiers: ['arxiv:2405.00002'], ...AUTHORS });

function withPapers(work: (world: World, ids: PaperId[]) => Promise<void>): Promise<void> {
  return withLibrary(async (db) => {
    await ingest(db, captureOf([SEEDS, SEED_TOO]));
    await work({ db, nowMs: () => NOW_MS }, (await everyId(db)).toReversed());
  });
}

async function keysOf(world: World, list: Partial<ListToWrite> & Pick<ListToWrite, 'ids'>): Promise<string[]> {
  const { file } = await writeReadingList(world, { format: 'bibtex', what: '', ...list });
  return readBibtex(await file.text()).map(({ key }) => key);
}

test('a paper keeps the key of its first export, whatever it is called later and whichever style is chosen', () =>
  withPapers(async (world, [first = 0, second = 0]) => {
    expect(await keysOf(world, { ids: [first] })).toEqual(['lee2024seeds']);
    const renamed = { ...SEEDS, title: 'Trees of Summer Gardens', source: 'arxiv-page' as const };
    await ingest(world.db, captureOf([renamed], { key: 'arxiv:list:x', site: 'arxiv' }));
    expect((await loadListed(world.db, [first])).get(first)?.paper.title).toBe('Trees of Summer Gardens');
    expect(await keysOf(world, { ids: [second, first], keyStyle: 'better-bibtex' })).toEqual([
      'leeSeedsWinterFields2024',
      'lee2024seeds',
    ]);
  }));

test('a new key is like no other of the library, also of papers that are not in the file', () =>
  withPapers(async (world, [first = 0, second = 0]) => {
    await keysOf(world, { ids: [first] });
    expect(await keysOf(world, { ids: [second] })).toEqual(['lee2024seedsa']);
    expect(await keysOf(world, { ids: [second, first] })).toEqual(['lee2024seedsa', 'lee2024seeds']);
  }));

test('formats without keys give none', () =>
  withPapers(async (world, [first = 0]) => {
    await writeReadingList(world, { ids: [first], format: 'markdown', what: '' });
    expect((await loadListed(world.db, [first])).get(first)?.entry.citationKey).toBeUndefined();
  }));

test('a preview shows the keys that the file will have, counts those that stay, and keeps none', () =>
  withPapers(async (world, ids) => {
    const preview = startPreviews(world);
    const look = () => preview({ ids, format: 'bibtex', what: '' }, new AbortController().signal);
    const before = await look();
    expect(before.kept).toBe(0);
    expect((await loadListed(world.db, ids)).get(ids[0] ?? 0)?.entry.citationKey).toBeUndefined();
    const shown = readBibtex(before.text).map(({ key }) => key);
    expect(shown).toEqual(['lee2024seeds', 'lee2024seedsa']);
    expect(await keysOf(world, { ids })).toEqual(shown);
    expect((await look()).kept).toBe(2);
  }));

test('one key that two joined libraries gave to two papers stays with the one that had it first', () =>
  withPapers(async (world, [first = 0, second = 0]) => {
    await freezeKeys(world.db, new Map([[second, 'lee2024']]), 1);
    await freezeKeys(world.db, new Map([[first, 'Lee2024']]), 2);
    expect(await keysOf(world, { ids: [first, second] })).toEqual(['Lee2024a', 'lee2024']);
    expect(await keysOf(world, { ids: [second, first] })).toEqual(['lee2024', 'Lee2024a']);
    expect(await keysOf(world, { ids: [first] })).toEqual(['Lee2024a']);
  }));

test('a file that another window overtakes is made with the keys that the other gave', () =>
  withPapers(async (world, [first = 0]) => {
    let overtaken: Promise<boolean> | undefined;
    const progress = (done: number) => {
      // The papers have been read by now, and their new keys are not kept yet.
      if (done === 1) overtaken ??= freezeKeys(world.db, new Map([[first, 'other2024']]), 1);
    };
    const { file, count } = await writeReadingList(world, { ids: [first], format: 'bibtex', what: '' }, { progress });
    expect(await overtaken).toBe(true);
    expect(count).toBe(1);
    expect(readBibtex(await file.text()).map(({ key }) => key)).toEqual(['other2024']);
  }));

test('the BibTeX of one paper has the key that an export gave it, and gives it one', () =>
  withPapers(async (world, [first = 0, second = 0]) => {
    await keysOf(world, { ids: [first] });
    const copied = await paperText(world, first, 'bibtex', { keyStyle: 'arxiv', abstracts: false });
    expect(readBibtex(copied ?? '').map(({ key }) => key)).toEqual(['lee2024seeds']);
    await paperText(world, second, 'bibtex', undefined);
    expect(await keysOf(world, { ids: [second] })).toEqual(['lee2024seedsa']);
    expect(await paperText(world, 999, 'bibtex', undefined)).toBeUndefined();
    expect(await paperText(world, first, 'markdown', undefined)).toBe(
      '[Seeds of Summer Gardens](https://arxiv.org/abs/2405.00001)',
    );
  }));
