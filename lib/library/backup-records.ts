import type { BackupPaper, BackupRecord } from '../domain/backup.ts';
import type { PaperId } from '../domain/paper.ts';
import { readGeneration } from './apply-changes.ts';
import type { GleanerDatabase } from './database.ts';
import type { HeldEntry, HeldPaper } from './held.ts';

/** Records of papers read at once: some 130 papers. What waits longer for its turn outlives the quick collection of garbage. */
const PACKS_AT_ONCE = 8;

/** Something was written to the library while it was being read in several transactions. */
export class LibraryChanged extends Error {
  override name = 'LibraryChanged';
}

/**
 * Everything that a backup holds, papers first. It is read slice by slice, so that a library of any size takes little
 * memory, and whatever is written meanwhile is noticed.
 * @throws LibraryChanged what was read so far is then of no use
 */
export async function* readRecords(db: GleanerDatabase): AsyncGenerator<BackupRecord> {
  const { generation, ...others } = await readOthers(db);
  for (let next = 0; next !== undefined; ) {
    const slice = await readSlice(db, next, generation);
    for (const paper of slice.papers) yield { paper };
    if (slice.next === undefined) break;
    next = slice.next;
  }
  for (const digest of others.digests) yield { digest };
  for (const { keys } of others.apart) yield { apart: { keys } };
  for (const { id: _id, ...merge } of others.merges) yield { merge };
}

async function readOthers(db: GleanerDatabase) {
  return db.transaction('r', ['digests', 'apart', 'merges', 'meta'], async () => {
    const [digests, apart, merges, generation] = await Promise.all([
      db.digests.toArray(),
      db.apart.toArray(),
      db.merges.toArray(),
      readGeneration(db),
    ]);
    return { digests, apart, merges, generation };
  });
}

interface Slice {
  papers: BackupPaper[];
  /** The pack to go on with. */
  next: number | undefined;
}

async function readSlice(db: GleanerDatabase, from: number, generation: number): Promise<Slice> {
  return db.transaction('r', ['paperPacks', 'entryPacks', 'meta'], async () => {
    if ((await readGeneration(db)) !== generation) throw new LibraryChanged();
    const packs = await db.paperPacks.where('pack').aboveOrEqual(from).limit(PACKS_AT_ONCE).toArray();
    const papers = packs.flatMap((pack) => db.papers.unpack(pack));
    const entries = await db.entries.get(papers.map(([id]) => id));
    const last = packs.at(-1);
    return {
      papers: papers.map(([id, paper]) => backupPaper(id, paper, entries.get(id))),
      next: packs.length < PACKS_AT_ONCE || !last ? undefined : last.pack + 1,
    };
  });
}

function backupPaper(id: PaperId, { descriptions, sightings }: HeldPaper, entry: HeldEntry | undefined): BackupPaper {
  if (!entry) throw new Error('A stored paper has no entry');
  const { addedAt, order, words } = entry;
  return { id: String(id), descriptions, addedAt, order, words, sightings };
}
