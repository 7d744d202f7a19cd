import type { GleanerDatabase } from '../library/database.ts';
import { addTerm, type BlockWriter, endBlock, newBlockWriter } from './block-writer.ts';
import { planMerge } from './merge-plan.ts';
import { type MergeSource, newSource, readTerm, SourceGone, smallestKey } from './merge-source.ts';
import { unpackPapers } from './paper-set.ts';
import { newBreather } from './pause.ts';
import { addSegment, blockKey, deleteSegments, papersKey, readState, type Segment, writeState } from './state.ts';
import { alone } from './turns.ts';

/** Blocks written in one transaction: about half a megabyte, which the browser writes without a log to undo it. */
const WRITTEN_AT_ONCE = 16;
/** With more segments than this, indexing merges before it goes on. */
const MOST_SEGMENTS = 40;

/** Another merge has begun, or the segments have gone: what was written is swept by the next merge. */
class Overtaken extends Error {
  override name = 'Overtaken';
}

/** Whether there are so many segments that they should be merged before more are written. */
export async function tooManySegments(db: GleanerDatabase): Promise<boolean> {
  return (await readState(db)).segments.length > MOST_SEGMENTS;
}

/**
 * Merges segments where there are too many, reading and writing some blocks at a time. Nothing is seen of it until one
 * small transaction puts the new segment in the place of the old ones; killed before, it leaves blocks that the next
 * merge deletes.
 * @returns whether it merged any
 * @throws the signal's reason, when it is stopped
 */
export async function mergeSome(db: GleanerDatabase, { signal }: { signal?: AbortSignal } = {}): Promise<boolean> {
  // Two merges at once would overtake each other again and again.
  const isMerged = await alone(`gleaner:merge:${db.name}`, async () => {
    try {
      return await mergeOnce(db, signal);
    } catch (error) {
      if (error instanceof Overtaken || error instanceof SourceGone) return false;
      throw error;
    }
  });
  return isMerged ?? false;
}

interface Merge {
  /** The number of the segment that it writes. */
  id: number;
  sources: Segment[];
}

async function mergeOnce(db: GleanerDatabase, signal: AbortSignal | undefined): Promise<boolean> {
  const merge = await begin(db);
  if (!merge) return false;
  const written = await writeMerged(db, merge, signal);
  await replace(db, merge, written);
  await sweep(db);
  return true;
}

/** Chooses what to merge and takes a number for it, sweeping what an earlier merge has left. */
async function begin(db: GleanerDatabase): Promise<Merge | undefined> {
  const { segments, leaving, writing } = await readState(db);
  if (!planMerge(segments) && leaving.length === 0 && writing === undefined) return undefined;
  return db.transaction('rw', [db.meta, db.indexBlocks], async () => {
    const state = await readState(db);
    await deleteSegments(db, state.writing === undefined ? state.leaving : [...state.leaving, state.writing]);
    state.leaving = [];
    delete state.writing;
    const sources = planMerge(state.segments);
    if (sources) state.writing = state.next++;
    await writeState(db, state);
    return sources && state.writing ? { id: state.writing, sources } : undefined;
  });
}

async function writeMerged(db: GleanerDatabase, merge: Merge, signal: AbortSignal | undefined): Promise<BlockWriter> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const write = async () => {
    const blocks = ready.splice(0);
    await db.transaction('rw', [db.meta, db.indexBlocks], async () => {
      await assertStill(db, merge);
      const keys = blocks.map((_, index) => blockKey(merge.id, done + index));
      await db.indexBlocks.bulkPut(blocks, keys);
    });
    done += blocks.length;
    signal?.throwIfAborted();
  };
  const writer = newBlockWriter((block) => ready.push(block));
  const breather = newBreather(signal);
  const sources = await openSources(db, merge.sources);
  for (let key = smallestKey(sources); key !== undefined; key = smallestKey(sources)) {
    const postings = await readTerm(db, sources, key);
    if (postings.length > 0) addTerm(writer, key, postings);
    if (ready.length >= WRITTEN_AT_ONCE) await write();
    if (breather.due()) await breather.rest();
  }
  endBlock(writer);
  await write();
  return writer;
}

async function openSources(db: GleanerDatabase, segments: readonly Segment[]): Promise<MergeSource[]> {
  const records = await db.indexBlocks.bulkGet(segments.map(({ id }) => papersKey(id)));
  const sources: MergeSource[] = [];
  for (const [index, segment] of segments.entries()) {
    const record = records[index];
    if (!record) throw new SourceGone();
    sources.push(await newSource(db, segment, unpackPapers(record)));
  }
  return sources;
}

/** Puts the merged segment in the place of its sources. Papers that ceased to count meanwhile do not count in it. */
async function replace(db: GleanerDatabase, merge: Merge, { firstKeys, bytes }: BlockWriter): Promise<void> {
  await db.transaction('rw', [db.meta, db.indexBlocks], async () => {
    const state = await assertStill(db, merge);
    const going = new Set(merge.sources.map(({ id }) => id));
    const sources = state.segments.filter(({ id }) => going.has(id));
    const records = await db.indexBlocks.bulkGet(sources.map(({ id }) => papersKey(id)));
    const live = records.flatMap((record) => (record ? unpackPapers(record) : [])).sort((a, b) => a - b);
    state.generation += 1;
    state.segments = state.segments.filter(({ id }) => !going.has(id));
    state.leaving = [...state.leaving, ...going];
    delete state.writing;
    const part = merge.sources[0]?.part ?? 'text';
    if (live.length === 0) state.leaving.push(merge.id);
    else await addSegment(db, state, merge.id, { part, live, papers: papersRead(merge), firstKeys, bytes });
    await writeState(db, state);
  });
}

/** Papers that counted when the merge read them. */
function papersRead({ sources }: Merge): number {
  return sources.reduce((sum, { live }) => sum + live, 0);
}

/** Sources may lose papers while they are merged, and go altogether when they lose the last; they never gain any. */
async function assertStill(db: GleanerDatabase, { id }: Merge) {
  const state = await readState(db);
  if (state.writing !== id) throw new Overtaken();
  return state;
}

async function sweep(db: GleanerDatabase): Promise<void> {
  await db.transaction('rw', [db.meta, db.indexBlocks], async () => {
    const state = await readState(db);
    await deleteSegments(db, state.leaving);
    state.leaving = [];
    await writeState(db, state);
  });
}
