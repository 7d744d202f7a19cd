import type { BackupPaper, BackupRecord } from '../domain/backup.ts';
import type { GleanerDatabase } from './database.ts';

/**
 * Everything that a backup holds, as it stands at one moment: read in one transaction, so that nothing that comes in
 * meanwhile is there by half. Papers first.
 */
export async function* readRecords(db: GleanerDatabase): AsyncGenerator<BackupRecord> {
  const { papers, entries, words, sightings, digests, apart, merges } = await readWhole(db);
  const entryOf = new Map(entries.map((entry) => [entry.paperId, entry]));
  const saidOf = new Map(words.map((row) => [row.key, row]));
  const seenOf = Map.groupBy(sightings, ({ paperId }) => paperId);
  for (const { id, descriptions } of papers) {
    const entry = entryOf.get(id);
    if (!entry) throw new Error('A stored paper has no entry');
    const seen = (seenOf.get(id) ?? []).map(({ paperId: _id, ...sighting }) => sighting);
    const paper: BackupPaper = {
      id,
      descriptions,
      addedAt: entry.addedAt,
      order: entry.order,
      words: descriptions.flatMap(({ key }) => saidOf.get(key) ?? []),
      sightings: seen,
    };
    yield { paper };
  }
  for (const digest of digests) yield { digest };
  for (const { keys } of apart) yield { apart: { keys } };
  for (const { id: _id, ...merge } of merges) yield { merge };
}

async function readWhole(db: GleanerDatabase) {
  const tables = [db.papers, db.entries, db.words, db.sightings, db.digests, db.apart, db.merges];
  return db.transaction('r', tables, async () => {
    const [papers, entries, words, sightings, digests, apart, merges] = await Promise.all([
      db.papers.toArray(),
      db.entries.toArray(),
      db.words.toArray(),
      db.sightings.toArray(),
      db.digests.toArray(),
      db.apart.toArray(),
      db.merges.toArray(),
    ]);
    return { papers, entries, words, sightings, digests, apart, merges };
  });
}
