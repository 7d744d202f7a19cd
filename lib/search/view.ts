import type { GleanerDatabase } from '../library/database.ts';
import type { Tally } from './add-up.ts';
import { type BlockCache, newBlockCache } from './block-cache.ts';
import { unpackDirectory } from './directory.ts';
import type { Part } from './fields.ts';
import type { TermKey } from './keys.ts';
import { unpackPapers } from './paper-set.ts';
import { blockKey, directoryKey, papersKey, readState, type SearchState } from './state.ts';
import type { Scan } from './waiting.ts';

/** A segment as a query sees it. */
export interface ViewSegment {
  part: Part;
  /** What `owners` says where this segment's word counts; from 1. */
  slot: number;
  firstKeys: readonly TermKey[];
  /** The key of its first block in the database; its blocks themselves where it lies in memory alone. */
  blocks: { firstKey: number } | { inMemory: readonly Uint8Array[] };
}

/** The whole index at one moment. */
export interface View {
  segments: ViewSegment[];
  /** By part and paper: the slot of the segment in which the paper counts, 0 where it counts in none. */
  owners: Record<Part, Uint16Array>;
  /** Papers that count. */
  papers: number;
}

/** What is kept of an open library between queries. */
export interface Searcher {
  generation: number;
  /** How often that has changed which says what the index is made of and what waits; and when last nothing waited. */
  changes: number;
  settledAt: number;
  view: View;
  /** Directory and live papers of each segment, by its number. */
  known: Map<number, { changed: number; firstKeys: TermKey[]; papers: Uint8Array }>;
  cache: BlockCache;
  /** What the last query counted with, to be used again unless a query is using it. */
  tally?: Tally;
  /** Papers that were not indexed at the last query, indexed in memory. */
  scan?: Scan;
}

const searchers = new WeakMap<GleanerDatabase, Searcher>();

/** What is kept of this library, nothing at first. */
export function searcherOf(db: GleanerDatabase): Searcher {
  const known = searchers.get(db);
  if (known) return known;
  const view: View = { segments: [], owners: { text: new Uint16Array(0), said: new Uint16Array(0) }, papers: 0 };
  const nothing = { generation: -1, changes: 0, settledAt: -1 };
  const searcher: Searcher = { ...nothing, view, known: new Map(), cache: newBlockCache() };
  db.onChanged('meta', () => {
    searcher.changes += 1;
  });
  searchers.set(db, searcher);
  return searcher;
}

/** Brings what is kept up to the state of the index, inside a reading transaction. */
export async function refresh(db: GleanerDatabase, searcher: Searcher): Promise<View> {
  const state = await readState(db);
  if (state.generation === searcher.generation) return searcher.view;
  await readSegments(db, searcher, state);
  searcher.view = viewOf(searcher, state);
  searcher.generation = state.generation;
  return searcher.view;
}

async function readSegments(db: GleanerDatabase, { known }: Searcher, { segments }: SearchState): Promise<void> {
  const present = new Set(segments.map(({ id }) => id));
  for (const id of known.keys()) if (!present.has(id)) known.delete(id);
  const changed = segments.filter(({ id, changed }) => known.get(id)?.changed !== changed);
  if (changed.length === 0) return;
  const keys = changed.flatMap(({ id }) => [directoryKey(id), papersKey(id)]);
  const records = await db.indexBlocks.bulkGet(keys);
  for (const [index, { id, changed: when }] of changed.entries()) {
    const [directory, papers] = [records[index * 2], records[index * 2 + 1]];
    if (!directory || !papers) throw new Error('A segment of the search index has lost its records');
    known.set(id, { changed: when, firstKeys: unpackDirectory(directory), papers });
  }
}

function viewOf({ known }: Searcher, { segments }: SearchState): View {
  const size = Math.max(0, ...segments.map(({ last }) => last)) + 1;
  const owners = { text: new Uint16Array(size), said: new Uint16Array(size) };
  const seen = segments.map(({ id, part }, index): ViewSegment => {
    const slot = index + 1;
    const { firstKeys = [], papers = new Uint8Array(1) } = known.get(id) ?? {};
    const owner = owners[part];
    for (const paper of unpackPapers(papers)) owner[paper] = slot;
    return { part, slot, firstKeys, blocks: { firstKey: blockKey(id, 0) } };
  });
  return { segments: seen, owners, papers: countOwned(owners.text) };
}

/** How many papers have an owner. */
export function countOwned(owner: Uint16Array): number {
  let count = 0;
  for (const slot of owner) if (slot !== 0) count += 1;
  return count;
}
