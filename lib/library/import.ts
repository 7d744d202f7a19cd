import type { Capture, Receipt } from '../domain/capture.ts';
import { ADMIT_TABLES } from './admit.ts';
import { noteBrought } from './brought.ts';
import type { GleanerDatabase } from './database.ts';
import { batchOf, takeIn } from './ingest.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

/**
 * Takes in a capture at the user's wish (a pasted text, a file): as `ingest`, and as one step that can be undone.
 * @param nowMs milliseconds since 1970
 */
export async function importCapture(
  db: GleanerDatabase,
  capture: Capture,
  nowMs: number,
): Promise<{ receipt: Receipt; step: UndoStep }> {
  const tables = [...ADMIT_TABLES, 'receipts', 'notices', ...STEP_TABLES] as const;
  return db.transaction('rw', [...tables], async () => {
    const { descriptions, sightings, digests } = batchOf(capture);
    const offer = { descriptions, sightings, digests, words: [], isDistinct: false };
    const { result: receipt, brought } = await noteBrought(db, offer, () => takeIn(db, capture));
    const row = { action: 'import' as const, at: nowMs, count: receipt.papers };
    return { receipt, step: await recordStep(db, row, { brought }, []) };
  });
}
