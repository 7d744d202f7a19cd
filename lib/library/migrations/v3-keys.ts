const BUCKETS = 4_096;

/** The buckets in which the keys of these papers are looked up. */
export function bucketsOf(papers: readonly { id: number; keys: readonly string[] }[]): unknown[] {
  const prints = papers.flatMap(({ id, keys }) => [...new Set(keys)].map((key) => [hashOf(key), id] as const));
  return [...Map.groupBy(prints, ([hash]) => hash % BUCKETS)].map(([bucket, members]) => ({
    bucket,
    prints: Uint32Array.from(members.flat()),
  }));
}

/** The hash of version 3: FNV-1a over UTF-16 units, with MurmurHash3's last mixing. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
