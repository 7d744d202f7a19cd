import type { Capture, Receipt } from '../domain/capture.ts';
import { describe } from '../domain/description.ts';
import { placeAt } from '../domain/entry.ts';
import { ADMIT_TABLES, admit, type Batch } from './admit.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { keepHealth } from './health.ts';
import { raiseNotices } from './notices.ts';
import { keepReceipt } from './receipts.ts';

/**
 * Takes in one capture in one transaction: all of it or nothing. Doing it again changes nothing but the time last
 * seen; the order in which captures come makes no difference to what the library then knows.
 *
 * @returns what was new, known and merged by this capture
 */
export async function ingest(db: GleanerDatabase, capture: Capture): Promise<Receipt> {
  const tables = [...ADMIT_TABLES, 'receipts', 'notices'] as const;
  // Dexie follows what an async function awaits, and no other.
  return db.transaction('rw', [...tables], async () => takeIn(db, capture));
}

/** Takes in one capture inside the running transaction, which must be over the tables that `ingest` names. */
export async function takeIn(db: GleanerDatabase, capture: Capture): Promise<Receipt> {
  const tally: Tally = new Map();
  const batch = batchOf(capture);
  const { homes, created, unions } = await admit(db, batch, tally);
  await applyTally(db, tally);
  const papers = new Set(batch.descriptions.flatMap(({ key }) => homes.get(key) ?? []));
  const fresh = [...papers].filter((id) => created.has(id)).length;
  const receipt: Receipt = {
    digestKey: capture.digest.key,
    site: capture.digest.site,
    seenAt: capture.seenAt,
    papers: papers.size,
    new: fresh,
    known: papers.size - fresh,
    merged: unions.length,
    problems: capture.problems,
  };
  await keepReceipt(db, receipt);
  await raiseNotices(db, capture);
  await keepHealth(db, capture);
  return receipt;
}

/** What a capture brings, as the library takes it in. */
export function batchOf(capture: Capture): Batch {
  const { digest, seenAt } = capture;
  const described = capture.papers.map((scraped) => ({ scraped, description: describe(scraped) }));
  const rankOf = new Map<string, number>();
  for (const { scraped, description } of described) {
    rankOf.set(description.key, Math.min(scraped.rank, rankOf.get(description.key) ?? scraped.rank));
  }
  return {
    at: seenAt,
    descriptions: described.map(({ description }) => description),
    digests: [{ ...digest, firstSeenAt: seenAt, lastSeenAt: seenAt, size: 0 }],
    sightings: described.map(({ scraped, description }) => ({
      digestKey: digest.key,
      as: description.key,
      rank: scraped.rank,
      seenAt,
      lastSeenAt: seenAt,
      ...(scraped.upvotes === undefined ? {} : { upvotes: scraped.upvotes }),
      ...(scraped.comments === undefined ? {} : { comments: scraped.comments }),
    })),
    placeOf: (keys) => placeAt(seenAt, Math.min(...keys.map((key) => rankOf.get(key) ?? Number.POSITIVE_INFINITY))),
  };
}
