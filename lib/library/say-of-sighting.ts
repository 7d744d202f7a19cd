import type { Asker, Saying } from '../domain/recalled.ts';
import { PAPER_TABLES } from './apply-changes.ts';
import type { GleanerDatabase } from './database.ts';
import { papersInDigest } from './recall.ts';
import { changeEntries } from './shelf.ts';
import { STEP_TABLES, type UndoStep } from './steps.ts';

/**
 * Says words of papers in a digest, as one step of the user that can be undone like any other. A name that the digest
 * does not have is passed over, so that a page speaks only of papers that it showed itself.
 * @param nowMs milliseconds since 1970
 * @returns the step; undefined when nothing changed
 */
export async function sayOfSighting(
  db: GleanerDatabase,
  { digestKey, names, words }: Saying,
  asker: Asker,
  nowMs: number,
): Promise<UndoStep | undefined> {
  // One transaction around both steps: between them no other tab may make one paper of two.
  return db.transaction('rw', [...PAPER_TABLES, ...STEP_TABLES], async () => {
    const named = await papersInDigest(db, digestKey, asker);
    const ids = new Set(names.flatMap((name) => named.get(name) ?? []));
    return changeEntries(db, [...ids], words, nowMs);
  });
}
