import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { keepBackup, keptIn } from '../backup/automatic.ts';
import type { BackupReason } from '../backup/failure.ts';
import type { KeptBackup } from '../backup/kept.ts';
import { readAnyBackup } from '../backup/safety-copy.ts';
import { tryUnchanged, writeLibrary } from '../backup/write-library.ts';
import type { Backup } from '../domain/backup.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { previewRestore, type RestorePreview } from '../library/preview-restore.ts';
import { type Restored, restoreBackup } from '../library/restore.ts';
import type { BackupDesk } from './backup-desk.ts';
import { failureCode } from './failure-code.ts';
import { noteSaved } from './reminder.ts';
import type { Triage } from './triage.ts';
import { acceptLibrary } from './watch-over.ts';
import type { World } from './world.ts';

export interface LocalBackup extends KeptBackup {
  bytes: number;
}

export type Mode = 'merge' | 'replace';

/** Why something about backups did not work. `line` and `reason` tell where a file is wrong. */
export interface BackupTrouble {
  code: ErrorCode;
  reason?: BackupReason;
  line?: number;
}

/** How far restoring has come. */
export type Stage =
  | { at: 'choosing' }
  | { at: 'reading' | 'restoring' | 'saving'; done: number; total: number }
  | { at: 'deciding'; name: string; backup: Backup; preview: RestorePreview }
  | { at: 'restored'; mode: Mode; new: number; known: number }
  | { at: 'saved'; name: string }
  | { at: 'failed'; trouble: BackupTrouble };

/** Backups: making them, those kept on this computer, and restoring from one. */
export interface Backups {
  stage: ReadonlySignal<Stage>;
  /** Newest first; undefined until known. */
  local: ReadonlySignal<LocalBackup[] | undefined>;
  /** Writes a backup file and hands it to the user. */
  saveFile(): Promise<void>;
  saveLocal(name: string): Promise<void>;
  removeLocal(name: string): Promise<void>;
  /** Reads a backup and tells what restoring it would do. Changes nothing. */
  look(name: string, open: () => Promise<Blob | undefined>): Promise<void>;
  lookAtLocal(backup: LocalBackup): Promise<void>;
  /** Restores the backup that was looked at. */
  restore(mode: Mode): Promise<void>;
  /** Stops what is going on; the library stays as it is. */
  cancel(): void;
  /** Back to the beginning. */
  reset(): void;
}

export const BackupsModel = createModel((world: World, triage: Triage, desk: BackupDesk): Backups => {
  const stage = signal<Stage>({ at: 'choosing' });
  const local = signal<LocalBackup[] | undefined>(undefined);
  let running: AbortController | undefined;

  const refresh = async () => {
    const sizes = new Map((await desk.files.list()).map(({ name, bytes }) => [name, bytes]));
    local.value = (await keptIn(desk.files)).map((kept) => ({ ...kept, bytes: sizes.get(kept.name) ?? 0 }));
  };
  const fail = (trouble: BackupTrouble) => {
    stage.value = { at: 'failed', trouble };
  };
  const advance = (at: 'reading' | 'restoring' | 'saving') => (done: number, total: number) => {
    stage.value = { at, done, total };
  };
  /** Runs one job at a time; a stop goes back to `before`, any other failure becomes `otherwise` or something plainer. */
  const run = async (job: (signal: AbortSignal) => Promise<void>, before: Stage, otherwise: ErrorCode) => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    try {
      await job(controller.signal);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (controller.signal.aborted) {
        if (running === controller) stage.value = before;
        return;
      }
      console.warn('Gleaner:', error.name);
      const code = failureCode(error);
      fail({ code: code === 'unexpected' ? otherwise : code });
    }
  };
  const write = (options: { progress?: (done: number, total: number) => void; signal?: AbortSignal } = {}) =>
    writeLibrary(world.db, { app: desk.app, exportedAt: new Date(world.nowMs()).toISOString(), ...options });

  const look: Backups['look'] = (name, open) =>
    run(
      async (signal) => {
        const progress = advance('reading');
        progress(0, 1);
        const file = await open();
        if (!file) return fail({ code: 'backup-unreadable', reason: 'file' });
        const read = await readAnyBackup(file, { progress, signal });
        if (!read.ok) return fail({ code: read.code, reason: read.reason, line: read.line });
        const preview = await previewRestore(world.db, read.value);
        signal.throwIfAborted();
        stage.value = { at: 'deciding', name, backup: read.value, preview };
      },
      { at: 'choosing' },
      'backup-unreadable',
    );

  /** The library as it is, kept before it is replaced. @returns its name, or undefined when that did not work */
  const keepPresent = async (): Promise<string | undefined> => {
    const kept = await keepBackup({ files: desk.files, nowMs: world.nowMs(), make: write, reason: 'before-restore' });
    if (!kept.ok) fail({ code: kept.code });
    return kept.ok ? kept.value.kept.name : undefined;
  };

  effect(() => {
    refresh().catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      console.warn('Gleaner: local backups could not be listed', error.name);
      local.value = [];
    });
  });

  return {
    stage,
    local,
    saveFile: () =>
      run(
        async (signal) => {
          const name = fileName(world.nowMs());
          const progress = advance('saving');
          progress(0, 1);
          await tryUnchanged(async () => desk.handOver(await write({ progress, signal }), name));
          signal.throwIfAborted();
          await noteSaved(world, desk.memory);
          // Saved it is; what was begun meanwhile is told instead.
          if (!signal.aborted) stage.value = { at: 'saved', name };
        },
        { at: 'choosing' },
        'backup-failed',
      ),
    saveLocal: (name) =>
      run(
        async (signal) => {
          const file = await desk.files.open(name);
          if (!file) return fail({ code: 'backup-unreadable', reason: 'file' });
          await desk.handOver(file, name);
          if (!signal.aborted) stage.value = { at: 'saved', name };
        },
        { at: 'choosing' },
        'backup-failed',
      ),
    removeLocal: async (name) => {
      await run(() => desk.files.remove(name), stage.peek(), 'backup-failed');
      await refresh();
    },
    look,
    lookAtLocal: ({ name }) => look(name, () => desk.files.open(name)),
    restore: (mode) => {
      const before = stage.peek();
      if (before.at !== 'deciding') return Promise.resolve();
      return run(
        async (signal) => {
          advance('restoring')(0, before.preview.papers);
          const wayBack = mode === 'replace' ? await keepPresent() : undefined;
          if (mode === 'replace' && wayBack === undefined) return;
          let restored: Restored | undefined;
          let failure: unknown;
          await triage.perform(async (db, nowMs) => {
            const way = { mode, nowMs, signal, progress: advance('restoring'), ...(wayBack ? { wayBack } : {}) };
            // Its failure is told here, beside what was being restored, and not in passing.
            restored = await restoreBackup(db, before.backup, way).catch((error: unknown) => {
              failure = error;
              return undefined;
            });
            return restored?.step;
          });
          if (failure !== undefined) throw failure;
          if (!restored) return;
          await acceptLibrary(world.db, desk.libraryMemory);
          await refresh();
          stage.value = { at: 'restored', mode, new: restored.new, known: restored.known };
        },
        before,
        'restore-failed',
      );
    },
    cancel: () => running?.abort(),
    reset: () => {
      running?.abort();
      stage.value = { at: 'choosing' };
    },
  };
});

/** `gleaner-2026-11-22.ndjson.gz`, of the user's own day. */
function fileName(nowMs: number): string {
  const now = new Date(nowMs);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `gleaner-${day.join('-')}.ndjson.gz`;
}
