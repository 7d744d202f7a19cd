import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { INDEX_TABLES, markIndexed, unindexed } from '../library/index-work.ts';
import { type BuiltSegment, buildSegment } from './build-segment.ts';
import { bury } from './bury.ts';
import type { Part } from './fields.ts';
import { mergeSome, tooManySegments } from './merge-segments.ts';
import { type FieldTexts, isEmptyHanded, readPart, sameTexts, tokensByPaper } from './paper-tokens.ts';
import { newBreather } from './pause.ts';
import { addSegment, blockKey, readState, writeState } from './state.ts';
import { inTurn } from './turns.ts';

/**
 * Papers in one step, as a rule. While a step is written nobody else reads papers, and the page that takes it has no
 * time for its user: some 0.2 s.
 */
const STEP = 1_000;

interface IndexOptions {
  /** The most papers to index. */
  limit?: number;
  signal?: AbortSignal;
}

/**
 * Indexes papers whose text, or what the user said of them, is not indexed as it is now. All that is seen of it changes
 * in one transaction: blocks, state, and the papers' marks.
 * @returns how many papers were indexed; 0 when nothing is left to do
 */
export async function indexSome(db: GleanerDatabase, options: IndexOptions = {}): Promise<number> {
  const { limit = STEP, signal } = options;
  const due = await unindexed(db);
  const part: Part = due.text.length > 0 ? 'text' : 'said';
  const ids = due[part].slice(0, limit);
  if (ids.length === 0) return 0;
  const read = await readPart(db, part, ids);
  for (const [id, texts] of read) if (isEmptyHanded(texts)) read.delete(id);
  const built = await buildSegment(tokensByPaper(read), newBreather(signal));
  signal?.throwIfAborted();
  await enter(db, { part, ids, read, built });
  return ids.length;
}

interface Batch {
  part: Part;
  ids: readonly PaperId[];
  read: ReadonlyMap<PaperId, FieldTexts>;
  built: BuiltSegment;
}

/** Puts a segment in its place. Papers that have changed while it was made are left for the next one. */
async function enter(db: GleanerDatabase, { part, ids, read, built }: Batch): Promise<void> {
  await db.transaction('rw', [...INDEX_TABLES], async () => {
    const now = await readPart(db, part, ids);
    for (const [id, texts] of now) if (isEmptyHanded(texts)) now.delete(id);
    const same = ids.filter((id) => sameTexts(now.get(id), read.get(id)));
    const state = await readState(db);
    state.generation += 1;
    await bury(db, state, part, same);
    const live = same.filter((id) => now.has(id));
    if (live.length > 0) {
      const id = state.next++;
      await db.indexBlocks.bulkPut(
        built.blocks,
        built.blocks.map((_, index) => blockKey(id, index)),
      );
      const { firstKeys, bytes, papers } = built;
      await addSegment(db, state, id, { part, live, papers: papers.length, firstKeys, bytes });
    }
    await markIndexed(db, part, same);
    await writeState(db, state);
  });
}

/**
 * Indexes until nothing is left, and then merges what has become too many segments.
 * @param limit the most papers in one step
 * @param progress hears how many papers are left, after each step
 * @throws the signal's reason, when it is stopped; what was done until then stays
 */
export async function indexAll(
  db: GleanerDatabase,
  { progress, ...options }: IndexOptions & { progress?: (left: number) => void } = {},
): Promise<void> {
  await inTurn(`gleaner:index:${db.name}`, options.signal, async () => {
    while ((await indexSome(db, options)) > 0) {
      if (progress) progress(await countDue(db));
      if (await tooManySegments(db)) await mergeSome(db, options);
    }
    while (await mergeSome(db, options)) options.signal?.throwIfAborted();
  });
}

async function countDue(db: GleanerDatabase): Promise<number> {
  const { text, said } = await unindexed(db);
  return new Set([...text, ...said]).size;
}
