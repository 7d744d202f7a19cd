import { lookupKeyOf, type PaperRow } from '../domain/description.ts';
import type { GleanerDatabase } from './database.ts';

/** From here on it is worth counting the papers, which is no way to open a popup. */
const MANY = 1_000;

/** The papers that descriptions belong to now, by the descriptions' keys. Those that are nowhere are left out. */
export async function papersNamed(db: GleanerDatabase, names: readonly string[]): Promise<Map<string, PaperRow>> {
  const wanted = new Set(names);
  const keys = [...new Set([...wanted].map(lookupKeyOf))];
  const rows = await papersUnder(db, keys);
  const found = new Map<string, PaperRow>();
  for (const row of rows) {
    for (const { key } of row.descriptions) if (wanted.has(key)) found.set(key, row);
  }
  return found;
}

/**
 * The papers under any of these keys. One request a key, all under way at once: they are answered together, where a
 * cursor that jumps from key to key waits for each. To ask for more keys than there are papers takes longer than to
 * read them all; then all are returned.
 */
export async function papersUnder(db: GleanerDatabase, keys: readonly string[]): Promise<PaperRow[]> {
  if (keys.length > MANY && keys.length > (await db.papers.count())) return db.papers.toArray();
  const ids = await Promise.all(keys.map((key) => db.papers.where('keys').equals(key).primaryKeys()));
  return (await db.papers.bulkGet([...new Set(ids.flat())])).flatMap((row) => row ?? []);
}
