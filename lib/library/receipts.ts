import type { Receipt } from '../domain/capture.ts';
import type { Sighting } from '../domain/digest.ts';
import type { GleanerDatabase } from './database.ts';
import { membersOf } from './digest-members.ts';

const KEPT = 50;

/**
 * Keeps the receipt of a capture, for the popup and for support. A page that loads late, or a message that had to be
 * repeated, brings several captures of one visit (same digest, same `seenAt`): they add up to one receipt.
 * Runs inside the transaction of the capture.
 */
export async function keepReceipt(db: GleanerDatabase, receipt: Receipt): Promise<void> {
  const before = await db.receipts.get([receipt.digestKey, receipt.seenAt]);
  await db.receipts.put(before ? await addUp(db, before, receipt) : receipt);
  const extra = (await db.receipts.orderBy('seenAt').primaryKeys()).slice(0, -KEPT);
  await db.receipts.bulkDelete(extra);
}

async function addUp(db: GleanerDatabase, before: Receipt, now: Receipt): Promise<Receipt> {
  const members = await db.papers.get(await membersOf(db, [now.digestKey]));
  const isSeen = ({ digestKey, lastSeenAt }: Sighting) => digestKey === now.digestKey && lastSeenAt === now.seenAt;
  const papers = [...members.values()].filter(({ sightings }) => sightings.some(isSeen)).length;
  const fresh = Math.min(papers, before.new + now.new);
  return {
    ...now,
    papers,
    new: fresh,
    known: papers - fresh,
    merged: before.merged + now.merged,
    problems: distinct([...before.problems, ...now.problems]),
  };
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
