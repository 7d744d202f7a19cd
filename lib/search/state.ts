import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { packDirectory } from './directory.ts';
import type { Part } from './fields.ts';
import type { TermKey } from './keys.ts';
import { packPapers } from './paper-set.ts';

/** A run of papers indexed together. Its blocks never change; which of its papers still count does. */
export interface Segment {
  id: number;
  part: Part;
  /** Papers that it holds and that count: what is indexed anew counts in its new segment only. */
  live: number;
  /** Papers that it held when it was written. */
  papers: number;
  first: PaperId;
  last: PaperId;
  blocks: number;
  bytes: number;
  /** The generation in which the papers that count changed last. */
  changed: number;
}

/** What the index consists of: one small record, replaced in the transaction that changes the index. */
export interface SearchState {
  /** Raised with every change. */
  generation: number;
  /** The number of the next segment. */
  next: number;
  segments: Segment[];
  /** The segment that a merge is writing; whoever finds another number here has been overtaken. */
  writing?: number;
  /** Segments that no longer count and whose blocks may still be there. */
  leaving: number[];
}

/** Records a segment may have: its blocks from 0 on, and at the end its directory and its papers. */
const RECORDS = 2 ** 20;
const DIRECTORY = RECORDS - 2;
const PAPERS = RECORDS - 1;

/** The key of a block of a segment. */
export function blockKey(segment: number, block: number): number {
  return segment * RECORDS + block;
}

/** The key of the first keys of a segment's blocks. */
export function directoryKey(segment: number): number {
  return segment * RECORDS + DIRECTORY;
}

/** The key of the papers of a segment that count. */
export function papersKey(segment: number): number {
  return segment * RECORDS + PAPERS;
}

/** The state of the index, inside the running transaction if there is one. */
export async function readState(db: GleanerDatabase): Promise<SearchState> {
  return stateIn((await db.meta.get('search'))?.value);
}

/** The state that a row holds; that of an empty index where there is none yet. */
export function stateIn(value: unknown): SearchState {
  if (value === undefined) return { generation: 0, next: 1, segments: [], leaving: [] };
  if (!isState(value)) throw new Error('The state of the search index is not what this version writes');
  return value;
}

/** Writes the state, inside the running transaction; whoever changes what is found raises its generation first. */
export async function writeState(db: GleanerDatabase, state: SearchState): Promise<void> {
  await db.meta.put({ key: 'search', value: state });
}

function isState(value: unknown): value is SearchState {
  return typeof value === 'object' && value !== null && 'generation' in value && 'segments' in value;
}

/** Deletes every record of segments, inside the running transaction. */
export async function deleteSegments(db: GleanerDatabase, segments: readonly number[]): Promise<void> {
  for (const id of segments) {
    await db.indexBlocks.where(':id').between(blockKey(id, 0), papersKey(id), true, true).delete();
  }
}

/** What a segment needs besides its blocks. */
export interface SegmentParts {
  part: Part;
  /** Papers that count, ascending; at least one. */
  live: readonly PaperId[];
  /** Papers that its blocks speak of. */
  papers: number;
  firstKeys: readonly TermKey[];
  bytes: number;
}

/** Adds a segment, whose blocks are written already, to a state and writes its other records. */
export async function addSegment(
  db: GleanerDatabase,
  state: SearchState,
  id: number,
  { part, live, papers, firstKeys, bytes }: SegmentParts,
): Promise<void> {
  const [first = 0, last = first] = [live[0], live.at(-1)];
  const shape = { live: live.length, papers, first, last, blocks: firstKeys.length, bytes };
  state.segments.push({ id, part, ...shape, changed: state.generation });
  await db.indexBlocks.bulkPut([packDirectory(firstKeys), packPapers(live)], [directoryKey(id), papersKey(id)]);
}
