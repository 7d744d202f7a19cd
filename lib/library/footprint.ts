import type { GleanerDatabase } from './database.ts';

/** What the library takes up. */
export interface Footprint {
  papers: number;
  /** Of the search index, in bytes. */
  indexBytes: number;
}

const BLOCKS_AT_ONCE = 64;

/** Measures the library, some blocks at a time. What the browser needs around it is told by `readStorageHealth`. */
export async function footprint(db: GleanerDatabase): Promise<Footprint> {
  const papers = (await db.counters.get('papers'))?.value ?? 0;
  const keys = await db.indexBlocks.toCollection().primaryKeys();
  let indexBytes = 0;
  for (let start = 0; start < keys.length; start += BLOCKS_AT_ONCE) {
    const blocks = await db.indexBlocks.bulkGet(keys.slice(start, start + BLOCKS_AT_ONCE));
    indexBytes += blocks.reduce((sum, block) => sum + (block?.byteLength ?? 0), 0);
  }
  return { papers, indexBytes };
}
