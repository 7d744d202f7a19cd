import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { installFuse } from '../../scripts/faults/failing-database.ts';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { changeEntries } from '../library/shelf.ts';
import { buildSegment } from './build-segment.ts';
import { indexSome } from './index-papers.ts';
import { mergeSome } from './merge-segments.ts';
import { readPart, tokensByPaper } from './paper-tokens.ts';
import { newBreather } from './pause.ts';
import { searchPapers } from './search.ts';
import { blockKey, readState } from './state.ts';

afterEach(() => vi.unstubAllGlobals());

const PAPERS = 450;

/** Words enough to fill several blocks, `owl` in every second paper. */
function text(paper: number): string {
  const words = Array.from({ length: 160 }, (_, at) => `w${(paper * 31 + at * at * 17) % 2_777}`);
  return paper % 2 === 0 ? `${words.join(' ')} owl` : words.join(' ');
}

/** A library indexed in three steps and not merged. */
async function inThreeSegments(db: GleanerDatabase): Promise<void> {
  const papers = Array.from({ length: PAPERS }, (_, paper) =>
    scraped({ title: `Paper ${paper}`, abstract: text(paper) }),
  );
  await ingest(db, captureOf(papers));
  for (let step = 0; step < 3; step++) await indexSome(db, { limit: PAPERS / 3 });
  while ((await indexSome(db)) > 0);
}

async function blocksOf(db: GleanerDatabase): Promise<Uint8Array[]> {
  const { segments } = await readState(db);
  const [only] = segments;
  expect(segments).toHaveLength(1);
  const keys = Array.from({ length: only?.blocks ?? 0 }, (_, index) => blockKey(only?.id ?? 0, index));
  return (await db.indexBlocks.bulkGet(keys)).flatMap((block) => block ?? []);
}

test('merged segments are, byte by byte, what indexing all papers at once makes', async () => {
  await withLibrary(async (db) => {
    await inThreeSegments(db);
    const changed = [7, 200, 449].map((paper) =>
      scraped({ title: `Paper ${paper}`, abstract: `${text(paper)} and owls` }),
    );
    await ingest(db, captureOf(changed, { key: 'huggingface:trending' }));
    expect(await indexSome(db)).toBe(3);
    expect((await readState(db)).segments).toHaveLength(4);
    expect(await mergeSome(db)).toBe(true);
    const texts = await readPart(db, 'text', await everyId(db));
    const { blocks } = await buildSegment(tokensByPaper(texts), newBreather());
    expect(blocks.length).toBeGreaterThan(2);
    const merged = await blocksOf(db);
    expect(merged.map((block) => Buffer.from(block).toString('hex'))).toEqual(
      blocks.map((block) => Buffer.from(block).toString('hex')),
    );
    expect(await db.indexBlocks.count()).toBe(blocks.length + 2);
    expect(await mergeSome(db)).toBe(false);
  });
});

test('a merge that is killed at any call changes nothing, and the next one clears away what it wrote', async () => {
  await withLibrary(async (db) => {
    const fuse = installFuse(db);
    await inThreeSegments(db);
    let kills = 0;
    for (let isMerged = false; !isMerged; ) {
      fuse.arm(kills + 1);
      isMerged = await mergeSome(db).catch(() => false);
      const wasKilled = fuse.disarm();
      if (wasKilled) kills += 1;
      expect(isMerged).toBe(!wasKilled);
      expect((await searchPapers(db, 'owl')).ids).toHaveLength(PAPERS / 2);
      if ((await readState(db)).segments.length === 1) break;
    }
    expect(kills).toBeGreaterThan(20);
    await mergeSome(db);
    expect(await db.indexBlocks.count()).toBe((await blocksOf(db)).length + 2);
  });
});

test('a merge that is stopped changes nothing', async () => {
  await withLibrary(async (db) => {
    await inThreeSegments(db);
    const stop = new AbortController();
    const merging = mergeSome(db, { signal: stop.signal });
    stop.abort();
    await expect(merging).rejects.toThrow();
    expect((await readState(db)).segments).toHaveLength(3);
    expect(await mergeSome(db)).toBe(true);
    expect(await db.indexBlocks.count()).toBe((await blocksOf(db)).length + 2);
  });
});

test('of two merges at once one is overtaken, where the browser cannot make them take turns', async () => {
  vi.stubGlobal('navigator', {});
  await withLibrary(async (db) => {
    await inThreeSegments(db);
    const done = await Promise.all([mergeSome(db), mergeSome(db)]);
    expect(done.filter(Boolean)).toHaveLength(1);
    while (await mergeSome(db));
    expect(await db.indexBlocks.count()).toBe((await blocksOf(db)).length + 2);
    expect((await searchPapers(db, 'owl')).ids).toHaveLength(PAPERS / 2);
  });
});

test('a paper that is removed or said to be more while segments are merged does not come back', async () => {
  await withLibrary(async (db) => {
    await inThreeSegments(db);
    const [gone = 0, tagged = 0] = (await searchPapers(db, 'owl')).ids;
    const merging = mergeSome(db);
    await changeEntries(db, [gone], { removed: true }, 1);
    await changeEntries(db, [tagged], { tags: ['cite'] }, 2);
    while ((await indexSome(db)) > 0);
    expect(await merging).toBe(true);
    const found = (await searchPapers(db, 'owl')).ids;
    expect(found).toHaveLength(PAPERS / 2 - 1);
    expect(found).not.toContain(gone);
    expect((await searchPapers(db, 'tag:cite ')).ids).toEqual([tagged]);
  });
});
