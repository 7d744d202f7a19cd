import type { SiteId } from '../domain/digest.ts';
import { listHealth, type SiteHealth } from '../library/health.ts';
import type { Library } from './library.ts';

/**
 * Tells how reading each site went, now and after each change. @returns stops it
 */
export function followHealth(
  { db, live }: Library,
  tell: (health: ReadonlyMap<SiteId, SiteHealth>) => void,
  failed: (error: unknown) => void,
): () => void {
  return live(() => listHealth(db), tell, failed);
}

/** How reading one site went the last time; undefined for one that was never read. */
export async function readHealth({ db }: Pick<Library, 'db'>, site: SiteId): Promise<SiteHealth | undefined> {
  return (await listHealth(db)).get(site);
}
