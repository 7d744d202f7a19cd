import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BACKUP_FORMAT, type Backup, type BackupHeader, type BackupRecord } from '../domain/backup.ts';
import type { Outcome } from '../domain/outcome.ts';
import { startBreathing } from './breath.ts';
import { startCoherence } from './coherence.ts';
import { type BackupFailure, Refusal } from './failure.ts';
import { otherEncoding, readJson, textOf } from './line-json.ts';
import { startLines } from './lines.ts';
import { plainBytes, type ReadOptions } from './plain-bytes.ts';
import { parseChecksum, parseHeader, parseRecord } from './records.ts';

/**
 * Reads a backup, packed or not, and checks it whole: every line, what the lines say of each other, and the checksum.
 * Nothing of it is taken on trust, and all that is returned are fresh objects with known fields only.
 * @returns the backup, or the first thing that is wrong with the file; a bad file never throws
 * @throws the reason of `signal` (an AbortError, unless it was given another) when it aborts
 */
export async function readBackup(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: ReadOptions = {},
): Promise<Outcome<Backup, BackupFailure>> {
  const backup: Omit<Backup, 'header'> = { papers: [], digests: [], apart: [], merges: [] };
  const read = await readAll(file, options, (record) => keep(backup, record));
  return read.ok ? { ok: true, value: { header: read.value, ...backup } } : read;
}

/**
 * Checks a backup as `readBackup` does, and keeps nothing of it but its keys while it reads.
 * @returns its header, or the first thing that is wrong with the file; a bad file never throws
 * @throws the reason of `signal`, as `readBackup`
 */
export async function checkBackup(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: ReadOptions = {},
): Promise<Outcome<BackupHeader, BackupFailure>> {
  return readAll(file, options, () => undefined);
}

async function readAll(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: ReadOptions,
  found: (record: BackupRecord) => void,
): Promise<Outcome<BackupHeader, BackupFailure>> {
  const lines = startLines();
  const reading = startReading(found);
  const breathe = startBreathing();
  try {
    for await (const chunk of plainBytes(file, options, () => Math.max(1, lines.count))) {
      for (const line of lines.push(chunk)) {
        reading.take(line, lines.count);
        await breathe();
      }
    }
    return { ok: true, value: reading.finish(lines.rest(), lines.count) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, ...error.failure };
    throw error;
  }
}

interface Reading {
  /** Takes the next line, with its line break. @throws {Refusal} */
  take(bytes: Uint8Array, line: number): void;
  /** Takes what came after the last line break. @throws {Refusal} */
  finish(rest: Uint8Array, lines: number): BackupHeader;
}

function startReading(found: (record: BackupRecord) => void): Reading {
  const hash = sha256.create();
  const coherence = startCoherence();
  let header: BackupHeader | undefined;
  let checksum: string | undefined;
  const take = (bytes: Uint8Array, line: number) => {
    if (checksum !== undefined) throw new Refusal('after-end', line);
    if (!header) {
      header = readHeader(bytes);
      hash.update(bytes);
      return;
    }
    const value = readJson(bytes, line);
    const record = parseRecord(value);
    checksum = 'reason' in record ? parseChecksum(value) : undefined;
    if (checksum !== undefined) return;
    if ('reason' in record) throw new Refusal(record.reason, line, record.detail);
    const misfit = coherence.add(record, line);
    if (misfit) throw new Refusal(misfit.reason, misfit.line, misfit.detail);
    hash.update(bytes);
    found(record);
  };
  return {
    take,
    finish(rest, lines) {
      if (rest.length > 0) takeRest(rest, lines + 1, take);
      const last = rest.length > 0 ? lines + 1 : lines;
      if (last === 0) throw new Refusal('empty', 1);
      if (!header || checksum === undefined) throw new Refusal('cut-off', last);
      if (bytesToHex(hash.digest()) !== checksum) throw new Refusal('checksum', last);
      const misfit = coherence.finish(header.counts, last);
      if (misfit) throw new Refusal(misfit.reason, misfit.line, misfit.detail);
      return header;
    },
  };
}

function readHeader(bytes: Uint8Array): BackupHeader {
  const encoding = otherEncoding(bytes);
  if (encoding) throw new Refusal('encoding', 1, encoding);
  const header = parseHeader(readFirst(bytes));
  if ('reason' in header) throw new Refusal(header.reason, 1, header.detail);
  return header;
}

/** A first line that does not parse is no damage of ours: the file is something else. */
function readFirst(bytes: Uint8Array): unknown {
  try {
    return readJson(bytes, 1);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('not-a-backup', 1, error.failure.reason);
    throw error;
  }
}

/** A last line without a line break is whole only if it is the checksum. */
function takeRest(rest: Uint8Array, line: number, take: Reading['take']): void {
  const isHeaderOfOurs = textOf(rest)?.startsWith(`{"format":"${BACKUP_FORMAT}"`) ?? false;
  if (line === 1 && !isHeaderOfOurs) readHeader(rest);
  if (!/^\{"sha256":"[0-9a-f]{64}"\}\s*$/.test(textOf(rest) ?? '')) throw new Refusal('cut-off', line);
  take(rest, line);
}

function keep(backup: Omit<Backup, 'header'>, record: BackupRecord): void {
  if ('paper' in record) backup.papers.push(record.paper);
  else if ('digest' in record) backup.digests.push(record.digest);
  else if ('apart' in record) backup.apart.push(record.apart);
  else backup.merges.push(record.merge);
}
