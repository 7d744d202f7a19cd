import type { Progress } from '../domain/backup.ts';
import type { Receipt } from '../domain/capture.ts';
import { isCredible } from '../domain/clock.ts';
import type { Words } from '../domain/words.ts';
import { ADMIT_TABLES, admit, relatedPapers, settleWithin } from './admit.ts';
import { noteBrought } from './brought.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { type ImportPlan, plannedBatch } from './import-plan.ts';
import { wordsThatStand } from './import-plan-words.ts';
import { raiseNotices } from './notices.ts';
import { keepReceipt } from './receipts.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

export interface TakeImportOptions {
  /** Milliseconds since 1970. */
  nowMs: number;
  /** Aborting it takes everything back and rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** Told in papers. */
  progress?: Progress;
}

/**
 * Takes an import in, in one transaction and as one step that can be undone: papers as a capture brings them, words as a
 * restored backup does, so that of each the later one stands.
 */
export async function takeImport(
  db: GleanerDatabase,
  plan: ImportPlan,
  { nowMs, signal, progress }: TakeImportOptions,
): Promise<{ receipt: Receipt; step: UndoStep }> {
  signal?.throwIfAborted();
  const tables = [...ADMIT_TABLES, 'receipts', 'notices', ...STEP_TABLES] as const;
  return db
    .transaction('rw', [...tables], async (transaction) => {
      const abort = () => transaction.abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        return await takePlanned(db, plan, nowMs, progress);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    })
    .catch((error: unknown) => {
      if (signal?.aborted) throw new DOMException('The import was stopped', 'AbortError');
      throw error;
    });
}

async function takePlanned(
  db: GleanerDatabase,
  plan: ImportPlan,
  nowMs: number,
  progress: Progress | undefined,
): Promise<{ receipt: Receipt; step: UndoStep }> {
  const words = await standingWords(db, plan);
  const batch = { ...plannedBatch(plan), words, ...(progress ? { progress } : {}) };
  const { descriptions, sightings, digests } = batch;
  const isDistinct = new Set(descriptions.map(({ key }) => key)).size === descriptions.length;
  const offer = { descriptions, sightings, digests, words, isDistinct };
  const { result: receipt, brought } = await noteBrought(db, offer, async () => {
    const tally: Tally = new Map();
    const { homes, created, unions } = await admit(db, batch, tally);
    await applyTally(db, tally);
    await catchUpClock(db, plan);
    const papers = new Set(descriptions.flatMap(({ key }) => homes.get(key) ?? []));
    const fresh = [...papers].filter((id) => created.has(id)).length;
    return receiptOf(plan, { papers: papers.size, new: fresh, known: papers.size - fresh, merged: unions.length });
  });
  await keepReceipt(db, receipt);
  await raiseNotices(db, plan.capture);
  const row = { action: 'import' as const, at: nowMs, count: receipt.papers };
  return { receipt, step: await recordStep(db, row, { brought }, []) };
}

/** Who is who has to be known before it is known what was said of whom; where nothing was said, it need not. */
async function standingWords(db: GleanerDatabase, plan: ImportPlan): Promise<Words[]> {
  if (plan.words.length === 0) return [];
  const stored = await relatedPapers(db, plan.descriptions);
  if (stored.size === 0) return [...plan.words];
  const { homes } = await settleWithin(db, stored, plan.descriptions);
  return wordsThatStand(db, plan, homes);
}

function receiptOf(
  { capture: { digest, seenAt, problems } }: ImportPlan,
  counts: Pick<Receipt, 'papers' | 'new' | 'known' | 'merged'>,
): Receipt {
  return { digestKey: digest.key, site: digest.site, seenAt, problems, ...counts };
}

/** What is said from now on is later than anything in the file. */
async function catchUpClock(db: GleanerDatabase, { words }: ImportPlan): Promise<void> {
  const own = await db.meta.get('clock');
  const last = typeof own?.value === 'string' ? own.value : '';
  const clocks = words.flatMap(({ said }) => Object.values(said).map(({ clock }) => clock));
  const latest = clocks.filter(isCredible).reduce((a, b) => (a > b ? a : b), last);
  if (latest !== last) await db.meta.put({ key: 'clock', value: latest });
}
