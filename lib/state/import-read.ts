import { startBreathing } from '../backup/breath.ts';
import type { BackupReason } from '../backup/failure.ts';
import { readAnyBackup } from '../backup/safety-copy.ts';
import type { Progress } from '../domain/backup.ts';
import type { Outcome } from '../domain/outcome.ts';
import { decodeText } from '../importers/decode.ts';
import { looksLikeBackup } from '../importers/detect.ts';
import { IMPORT_LIMITS, type ImportFailure } from '../importers/imported.ts';
import { readImport } from '../importers/read-import.ts';
import { type ImportOffer, offerOfBackup, offerOfContents, startTelling } from './import-offer.ts';
import type { World } from './world.ts';

/** Why a file cannot be taken in: a text, or a backup. */
export type ImportTrouble =
  | ({ kind: 'file' } & ImportFailure)
  | { kind: 'backup'; code: 'backup-unreadable' | 'backup-newer'; reason: BackupReason; line: number };

export interface ReadingOptions {
  progress: Progress;
  signal: AbortSignal;
}

type Offered = Outcome<ImportOffer, ImportTrouble>;

/** Reads a file of any kind and tells what taking it in would do. Changes nothing; a bad file is an outcome. */
export async function readFileForImport(world: World, file: File, options: ReadingOptions): Promise<Offered> {
  const head = new Uint8Array(await file.slice(0, 600).arrayBuffer());
  if (looksLikeBackup(head)) return readBackupFile(world, file, options);
  if (file.size > IMPORT_LIMITS.bytes) return { ok: false, kind: 'file', code: 'too-much' };
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  options.signal.throwIfAborted();
  if (!decoded.ok) return { kind: 'file', ...decoded };
  return readTextForImport(world, { text: decoded.value, name: file.name }, options);
}

/** The same for a text that was pasted, which has no name. */
export async function readTextForImport(
  world: World,
  { text, name }: { text: string; name: string },
  { progress, signal }: ReadingOptions,
): Promise<Offered> {
  const seenAt = new Date(world.nowMs()).toISOString();
  const breathe = startBreathing();
  const tell = startTelling(progress);
  const turn = async (done: number, total: number) => {
    signal.throwIfAborted();
    tell(done, total);
    await breathe();
  };
  const read = await readImport(text, { name, seenAt, turn });
  signal.throwIfAborted();
  if (!read.ok) return { kind: 'file', ...read };
  const offer = await offerOfContents(world, read.value, { name, seenAt });
  signal.throwIfAborted();
  return { ok: true, value: offer };
}

async function readBackupFile(world: World, file: File, options: ReadingOptions): Promise<Offered> {
  const read = await readAnyBackup(file, options);
  if (!read.ok) return { ok: false, kind: 'backup', code: read.code, reason: read.reason, line: read.line };
  const offer = await offerOfBackup(world, read.value, file.name);
  options.signal.throwIfAborted();
  return { ok: true, value: offer };
}
