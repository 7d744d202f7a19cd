import type { Backup } from '../domain/backup.ts';
import type { PaperRow } from '../domain/description.ts';
import { joinSaid } from '../domain/words.ts';
import { ADMIT_TABLES, relatedPapers, settleWithin } from './admit.ts';
import type { GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';

/** What restoring a backup would do, in papers unless named otherwise. */
export interface RestorePreview {
  /** In the backup. */
  papers: number;
  digests: number;
  /** Of those, not in the library yet, and there already. */
  new: number;
  known: number;
  /** Papers of the library of which something else would be said afterwards, by joining. */
  wordsChanged: number;
  /** Papers in the library now, and those of them that would be gone after replacing. */
  present: number;
  removedByReplace: number;
}

/** Tells what restoring a backup would do, by the same rules and without writing anything. */
export async function previewRestore(db: GleanerDatabase, backup: Backup): Promise<RestorePreview> {
  return db.transaction('r', [...ADMIT_TABLES], async () => {
    const incoming = backup.papers.flatMap(({ descriptions }) => descriptions);
    const stored = await relatedPapers(db, incoming);
    const { homes, created } = await settleWithin(
      db,
      stored,
      incoming,
      backup.apart.map(({ keys }) => keys),
    );
    const papers = new Set(incoming.flatMap(({ key }) => homes.get(key) ?? []));
    const present = (await db.counters.get('papers'))?.value ?? 0;
    const names = new Set(incoming.map(({ key }) => key));
    const staying = stored.filter((row) => row.descriptions.some(({ key }) => names.has(key)));
    return {
      papers: papers.size,
      digests: backup.digests.length,
      new: created.size,
      known: papers.size - created.size,
      wordsChanged: await countSpoken(db, backup, staying),
      present,
      removedByReplace: present - staying.length,
    };
  });
}

/** How many of these papers something else would be said of. */
async function countSpoken(db: GleanerDatabase, backup: Backup, rows: readonly PaperRow[]): Promise<number> {
  const offered = new Map(backup.papers.flatMap(({ words }) => words.map(({ key, said }) => [key, said] as const)));
  const own = await db.words.bulkGet([...offered.keys()]);
  const changed = new Set<string>();
  for (const [index, [key, said]] of [...offered].entries()) {
    const before = own[index]?.said ?? {};
    if (fingerprint(joinSaid(before, said)) !== fingerprint(before)) changed.add(key);
  }
  return rows.filter((row) => row.descriptions.some(({ key }) => changed.has(key))).length;
}
