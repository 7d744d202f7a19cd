import type { Backup } from '../domain/backup.ts';
import type { PaperId } from '../domain/paper.ts';
import { joinSaid } from '../domain/words.ts';
import { ADMIT_TABLES, relatedPapers, settleWithin } from './admit.ts';
import type { GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import { namesIn } from './held.ts';

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
    const staying = [...stored].filter(([, paper]) => namesIn(paper).some((name) => names.has(name)));
    return {
      papers: papers.size,
      digests: backup.digests.length,
      new: created.size,
      known: papers.size - created.size,
      wordsChanged: await countSpoken(
        db,
        backup,
        staying.map(([id]) => id),
      ),
      present,
      removedByReplace: present - staying.length,
    };
  });
}

/** How many of these papers something else would be said of. */
async function countSpoken(db: GleanerDatabase, backup: Backup, ids: readonly PaperId[]): Promise<number> {
  const offered = new Map(backup.papers.flatMap(({ words }) => words.map(({ key, said }) => [key, said] as const)));
  const entries = [...(await db.entries.get(ids)).values()];
  return entries.filter(({ names, words }) => {
    const own = new Map(words.map(({ key, said }) => [key, said]));
    return names.some((name) => {
      const before = own.get(name) ?? {};
      return fingerprint(joinSaid(before, offered.get(name) ?? {})) !== fingerprint(before);
    });
  }).length;
}
