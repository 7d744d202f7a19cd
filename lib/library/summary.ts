import type { Receipt } from '../domain/capture.ts';
import type { CounterName, Counters } from '../domain/listed-paper.ts';
import type { GleanerDatabase, Notice } from './database.ts';

const COUNTERS: readonly CounterName[] = [
  'unread',
  'reading',
  'read',
  'skipped',
  'starred',
  'removed',
  'spoken',
  'papers',
  'digests',
  'sightings',
  'merges',
];

/** All counters; those never written are 0. */
export async function readCounters(db: GleanerDatabase): Promise<Counters> {
  const rows = await db.counters.bulkGet([...COUNTERS]);
  return Object.fromEntries(COUNTERS.map((name, index) => [name, rows[index]?.value ?? 0])) as Counters;
}

/** The newest receipts of captures, newest first. */
export async function latestReceipts(db: GleanerDatabase, count: number): Promise<Receipt[]> {
  return db.receipts.orderBy('seenAt').reverse().limit(count).toArray();
}

/** All notices, newest first. */
export async function listNotices(db: GleanerDatabase): Promise<Notice[]> {
  const notices = await db.notices.toArray();
  return notices.sort((a, b) => b.at.localeCompare(a.at));
}

/** Takes a notice away, at the user's wish. */
export async function dismissNotice(db: GleanerDatabase, id: number): Promise<void> {
  await db.notices.delete(id);
}
