import type { SiteId } from '../domain/digest.ts';
import type { GleanerDatabase } from './database.ts';

/** A column's cell has room for so many sites; those beyond it are looked up by their digests. */
const MOST_SITES = 32;

/** The bit of every site that has one. */
export async function readSiteBits(db: GleanerDatabase): Promise<Map<SiteId, number>> {
  const row = await db.meta.get('sites');
  const sites: unknown[] = Array.isArray(row?.value) ? row.value : [];
  return new Map(sites.map((site, place) => [String(site), 2 ** place]));
}

/** The same, after giving a bit to sites that have none yet, inside the running transaction. */
export async function giveSiteBits(db: GleanerDatabase, sites: Iterable<SiteId>): Promise<Map<SiteId, number>> {
  const bits = await readSiteBits(db);
  const fresh = [...new Set(sites)].filter((site) => !bits.has(site)).slice(0, MOST_SITES - bits.size);
  if (fresh.length === 0) return bits;
  const all = [...bits.keys(), ...fresh];
  await db.meta.put({ key: 'sites', value: all });
  return new Map(all.map((site, place) => [site, 2 ** place]));
}
