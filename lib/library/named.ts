import { lookupKeyOf, type PaperRow } from '../domain/description.ts';
import type { GleanerDatabase } from './database.ts';

/** The papers that descriptions belong to now, by the descriptions' keys. Those that are nowhere are left out. */
export async function papersNamed(db: GleanerDatabase, names: readonly string[]): Promise<Map<string, PaperRow>> {
  const wanted = new Set(names);
  const keys = [...new Set([...wanted].map(lookupKeyOf))];
  const ids = await Promise.all(keys.map((key) => db.papers.where('keys').equals(key).primaryKeys()));
  const rows = await db.papers.bulkGet([...new Set(ids.flat())]);
  const found = new Map<string, PaperRow>();
  for (const row of rows) {
    for (const { key } of row?.descriptions ?? []) if (row && wanted.has(key)) found.set(key, row);
  }
  return found;
}
