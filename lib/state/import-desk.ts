import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '../domain/errors.ts';
import type { ImportFormat, Refused } from '../importers/imported.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { takeImport } from '../library/import-plan-take.ts';
import { restoreBackup } from '../library/restore.ts';
import type { UndoStep } from '../library/steps.ts';
import { failureCode } from './failure-code.ts';
import type { ImportOffer } from './import-offer.ts';
import { type ImportTrouble, type ReadingOptions, readFileForImport, readTextForImport } from './import-read.ts';
import type { Triage } from './triage.ts';
import type { World } from './world.ts';

/** How an import ended. */
export interface Imported {
  name: string;
  format: ImportFormat;
  new: number;
  known: number;
  refused: Refused[];
  /** The list that the papers came in with; a backup brings its own lists. */
  digestKey?: string;
}

/** How far an import has come. */
export type ImportStage =
  | { at: 'choosing' }
  | { at: 'reading' | 'adding'; done: number; total: number }
  | { at: 'deciding'; offer: ImportOffer }
  | { at: 'added'; imported: Imported }
  | { at: 'refused'; name: string; trouble: ImportTrouble }
  | { at: 'failed'; code: ErrorCode };

/** Taking in what lies in a file or on the clipboard: first a look, then a decision. */
export interface Imports {
  stage: ReadonlySignal<ImportStage>;
  /** Reads a file, or a pasted text, and tells what taking it in would do. Changes nothing. */
  look(what: File | string): Promise<void>;
  /** Takes in what was looked at. */
  take(): Promise<void>;
  /** Stops what is going on; the library stays as it is. */
  cancel(): void;
  /** Back to the beginning. */
  reset(): void;
}

export const ImportModel = createModel((world: World, triage: Triage): Imports => {
  const stage = signal<ImportStage>({ at: 'choosing' });
  let running: AbortController | undefined;
  const advance = (at: 'reading' | 'adding') => (done: number, total: number) => {
    stage.value = { at, done, total };
  };
  /** One job at a time; one that is stopped goes back to `before`. */
  const run = async (
    at: 'reading' | 'adding',
    before: ImportStage,
    job: (options: ReadingOptions) => Promise<ImportStage>,
  ) => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    advance(at)(0, 1);
    try {
      const ended = await job({ progress: advance(at), signal: controller.signal });
      if (running === controller) stage.value = ended;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (running !== controller) return;
      if (!controller.signal.aborted) console.warn('Gleaner:', error.name);
      stage.value = controller.signal.aborted ? before : { at: 'failed', code: failureCode(error) };
    }
  };
  return {
    stage,
    look: (what) =>
      run('reading', { at: 'choosing' }, async (options) => {
        const isText = typeof what === 'string';
        const read = await (isText
          ? readTextForImport(world, { text: what, name: '' }, options)
          : readFileForImport(world, what, options));
        if (read.ok) return { at: 'deciding', offer: read.value };
        return { at: 'refused', name: isText ? '' : what.name, trouble: read };
      }),
    take: () => {
      const before = stage.peek();
      if (before.at !== 'deciding') return Promise.resolve();
      return run('adding', before, async (options) => ({
        at: 'added',
        imported: await takeOffer(triage, before.offer, options),
      }));
    },
    cancel: () => running?.abort(),
    reset: () => {
      running?.abort();
      running = undefined;
      stage.value = { at: 'choosing' };
    },
  };
});

/** Takes an offer in, in its turn among the user's actions. @throws what the library failed with */
async function takeOffer(triage: Triage, offer: ImportOffer, options: ReadingOptions): Promise<Imported> {
  let counts: { new: number; known: number; digestKey?: string } | undefined;
  let failure: unknown;
  await triage.perform(async (db, nowMs) => {
    // Its failure is told here, beside what was being imported, and not in passing.
    const taken = await takeWhat(db, offer, nowMs, options).catch((error: unknown) => {
      failure = error;
      return undefined;
    });
    counts = taken?.counts;
    return taken?.step;
  });
  if (failure !== undefined) throw failure;
  if (!counts) throw triage.failure.peek() ?? new Error('The import was not done');
  return { name: offer.name, format: offer.format, refused: offer.refused, ...counts };
}

async function takeWhat(
  db: GleanerDatabase,
  { what }: ImportOffer,
  nowMs: number,
  options: ReadingOptions,
): Promise<{ counts: { new: number; known: number; digestKey?: string }; step: UndoStep }> {
  if ('header' in what) {
    const { step, new: fresh, known } = await restoreBackup(db, what, { mode: 'merge', nowMs, ...options });
    return { counts: { new: fresh, known }, step };
  }
  const { receipt, step } = await takeImport(db, what, { nowMs, ...options });
  return { counts: { new: receipt.new, known: receipt.known, digestKey: receipt.digestKey }, step };
}
