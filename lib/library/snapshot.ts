import type { GleanerDatabase } from './database.ts';

/**
 * The whole library as one canonical text: what it knows, not how it is stored. Two libraries that were told the same
 * have the same text, whatever the order. Left out is what belongs to one machine's history: random ids, the list's
 * order and the instants of adding (each follows from the sightings), merges as history, receipts, notices, undo steps.
 */
export async function canonicalDump(db: GleanerDatabase): Promise<string> {
  const tables = [db.papers, db.entries, db.words, db.sightings, db.digests, db.apart];
  return db.transaction('r', tables, async () => {
    const [papers, entries, words, sightings, digests, apart] = await Promise.all([
      db.papers.toArray(),
      db.entries.toArray(),
      db.words.toArray(),
      db.sightings.toArray(),
      db.digests.toArray(),
      db.apart.toArray(),
    ]);
    const entryOf = new Map(entries.map((entry) => [entry.paperId, entry]));
    const seenOf = Map.groupBy(sightings, ({ paperId }) => paperId);
    const dumped = papers.map((row) => {
      const entry = entryOf.get(row.id);
      return canonical({
        descriptions: row.descriptions,
        keys: row.keys,
        words: entry && {
          status: entry.status,
          starred: entry.starred,
          tags: entry.tags,
          note: entry.note,
          removed: entry.removed,
          changed: entry.changed,
        },
        sightings: (seenOf.get(row.id) ?? []).map(({ paperId: _id, ...sighting }) => canonical(sighting)).sort(),
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
