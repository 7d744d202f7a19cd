import type { GleanerDatabase } from '../library/database.ts';

/** Bytes of blocks that are kept between queries. */
const ROOM = 6 * 1024 * 1024;

/** Blocks read lately, by key; the one that was asked for longest ago goes first. */
export interface BlockCache {
  blocks: Map<number, Uint8Array>;
  bytes: number;
}

/** A cache that holds nothing yet. */
export function newBlockCache(): BlockCache {
  return { blocks: new Map(), bytes: 0 };
}

/**
 * Blocks by key, from the cache or the database. Blocks never change, and the number of a segment is never given again,
 * so what is cached is true.
 * @returns undefined when a block is no longer there, as its segment was merged meanwhile
 */
export async function readBlocks(
  db: GleanerDatabase,
  cache: BlockCache,
  keys: Iterable<number>,
): Promise<ReadonlyMap<number, Uint8Array> | undefined> {
  const found = new Map<number, Uint8Array>();
  const missing: number[] = [];
  for (const key of keys) {
    const block = cache.blocks.get(key);
    if (!block) missing.push(key);
    else {
      found.set(key, block);
      cache.blocks.delete(key);
      cache.blocks.set(key, block);
    }
  }
  if (missing.length === 0) return found;
  const read = await db.indexBlocks.bulkGet(missing);
  for (const [index, key] of missing.entries()) {
    const block = read[index];
    if (!block) return undefined;
    found.set(key, block);
    keep(cache, key, block);
  }
  return found;
}

function keep(cache: BlockCache, key: number, block: Uint8Array): void {
  cache.blocks.set(key, block);
  cache.bytes += block.length;
  for (const [oldest, { length }] of cache.blocks) {
    if (cache.bytes <= ROOM) return;
    cache.blocks.delete(oldest);
    cache.bytes -= length;
  }
}
