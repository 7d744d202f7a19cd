import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { type BlockCursor, keyAt, newCursor, nextEntry } from './block-reader.ts';
import type { TermKey } from './keys.ts';
import { mostPostings, paperOf, takePostings } from './postings.ts';
import { blockKey, type Segment } from './state.ts';

/** A segment that was being merged is no longer there. */
export class SourceGone extends Error {
  override name = 'SourceGone';
}

/** Blocks of a segment read at once. */
const READ_AHEAD = 8;

/** A segment that is read from its first term to its last. */
export interface MergeSource {
  segment: Segment;
  /** By paper: 1 where it counts. */
  live: Uint8Array;
  ahead: Uint8Array[];
  /** The next block to read. */
  nextBlock: number;
  cursor: BlockCursor | undefined;
  /** The present term; undefined after the last. */
  key: TermKey | undefined;
}

/** @param live the papers of the segment that count */
export async function newSource(db: GleanerDatabase, segment: Segment, live: readonly PaperId[]): Promise<MergeSource> {
  const counts = new Uint8Array(segment.last + 1);
  for (const id of live) counts[id] = 1;
  const source = { segment, live: counts, ahead: [], nextBlock: 0, cursor: undefined, key: undefined };
  await advance(db, source);
  return source;
}

/** The smallest term that any of the sources stands at; undefined when all are read. */
export function smallestKey(sources: readonly MergeSource[]): TermKey | undefined {
  let smallest: TermKey | undefined;
  for (const { key } of sources) {
    if (key !== undefined && (smallest === undefined || key < smallest)) smallest = key;
  }
  return smallest;
}

/** The postings of a term in all sources that stand at it, ascending by paper; these go on to their next terms. */
export async function readTerm(
  db: GleanerDatabase,
  sources: readonly MergeSource[],
  key: TermKey,
): Promise<Uint32Array> {
  let postings = new Uint32Array(64);
  let size = 0;
  for (const source of sources) {
    while (source.key === key && source.cursor) {
      const { bytes, from, to } = source.cursor;
      const most = size + mostPostings(to - from);
      if (most > postings.length) postings = grown(postings, most);
      const end = takePostings(bytes, from, to, postings, size);
      size = keepLive(postings, size, end, source.live);
      if (!advanceInBlock(source)) await advance(db, source);
    }
  }
  const all = postings.subarray(0, size);
  return isAscending(all) ? all : all.sort();
}

/** Drops postings of papers that no longer count. @returns how many are there then */
function keepLive(postings: Uint32Array, from: number, to: number, live: Uint8Array): number {
  let size = from;
  for (let at = from; at < to; at++) {
    const value = postings[at] ?? 0;
    if (live[paperOf(value)]) postings[size++] = value;
  }
  return size;
}

function advanceInBlock(source: MergeSource): boolean {
  if (!source.cursor || !nextEntry(source.cursor)) return false;
  source.key = keyAt(source.cursor);
  return true;
}

async function advance(db: GleanerDatabase, source: MergeSource): Promise<void> {
  source.key = undefined;
  for (;;) {
    const block = source.ahead.shift();
    if (block) {
      source.cursor = newCursor(block);
      if (advanceInBlock(source)) return;
    } else if (!(await readAhead(db, source))) return;
  }
}

async function readAhead(db: GleanerDatabase, source: MergeSource): Promise<boolean> {
  const { segment, nextBlock } = source;
  const end = Math.min(nextBlock + READ_AHEAD, segment.blocks);
  if (nextBlock === end) return false;
  const keys = Array.from({ length: end - nextBlock }, (_, index) => blockKey(segment.id, nextBlock + index));
  for (const block of await db.indexBlocks.bulkGet(keys)) {
    if (!block) throw new SourceGone();
    source.ahead.push(block);
  }
  source.nextBlock = end;
  return true;
}

function grown(postings: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(postings.length * 2, least));
  larger.set(postings);
  return larger;
}

function isAscending(values: Uint32Array): boolean {
  for (let at = 1; at < values.length; at++) if ((values[at - 1] ?? 0) > (values[at] ?? 0)) return false;
  return true;
}
