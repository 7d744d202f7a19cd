import type { GleanerDatabase } from './database.ts';
import { entryFrom, rowOf } from './held.ts';

/**
 * The whole library as one canonical text: what it knows, not how it is stored. Two libraries that were told the same
 * have the same text, whatever the order. Left out is what belongs to one machine's history: random ids, the list's
 * order and the instants of adding (each follows from the sightings), merges as history, receipts, notices, undo steps.
 */
export async function canonicalDump(db: GleanerDatabase): Promise<string> {
  const tables = [db.paperPacks, db.entryPacks, db.digests, db.apart];
  return db.transaction('r', tables, async () => {
    const [paperPacks, entryPacks, digests, apart] = await Promise.all([
      db.paperPacks.toArray(),
      db.entryPacks.toArray(),
      db.digests.toArray(),
      db.apart.toArray(),
    ]);
    const entries = new Map(entryPacks.flatMap((pack) => db.entries.unpack(pack)));
    const words = [...entries.values()].flatMap((entry) => entry.words);
    const papers = paperPacks.flatMap((pack) => db.papers.unpack(pack));
    const dumped = papers.map(([id, { descriptions, sightings }]) => {
      const held = entries.get(id);
      const entry = held && entryFrom(id, held);
      return canonical({
        descriptions,
        keys: rowOf(id, { descriptions }).keys,
        words: entry && {
          status: entry.status,
          starred: entry.starred,
          tags: entry.tags,
          note: entry.note,
          removed: entry.removed,
          changed: entry.changed,
        },
        sightings: sightings.map((sighting) => canonical(sighting)).sort(),
      });
    });
    return [
      ...dumped.sort(),
      ...words.map((row) => canonical(row)).sort(),
      ...digests.map((digest) => canonical(digest)).sort(),
      ...apart.map(({ keys }) => canonical(keys)).sort(),
    ].join('\n');
  });
}

/** JSON with sorted keys, so that the order in which a row was put together does not show. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
