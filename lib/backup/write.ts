import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupHeader,
  type BackupRecord,
  type Progress,
} from '../domain/backup.ts';
import { startBreathing } from './breath.ts';
import { startCoherence } from './coherence.ts';
import { BACKUP_LIMITS } from './limits.ts';

export interface WriteOptions {
  /** Told of the papers that have been written. */
  progress?: Progress;
  signal?: AbortSignal;
}

const CHUNK = 65_536; // characters put together before they are encoded, hashed and packed
const PAPERS_BETWEEN = 100; // what is told of more often than this, nobody sees

/**
 * Writes a backup as it is read from: a few chunks are under way at a time, whatever its size. The stream fails with what
 * `records` fails with, with the reason of `signal`, or with `Unwritable` when the records do not make a backup that
 * could be read again; what was read of it until then is of no use.
 * @param header `counts` must agree with the records
 * @returns the bytes of the file, packed
 */
export function writeBackup(
  records: AsyncIterable<BackupRecord>,
  header: Pick<BackupHeader, 'app' | 'exportedAt' | 'counts'>,
  { progress, signal }: WriteOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const told = (papers: number) => progress?.(papers, header.counts.papers);
  const chunks = hashed(chunked(lines(records, header, told)));
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return plain.pipeThrough(new CompressionStream('gzip'), signal ? { signal } : {});
}

/** Records that would make a file that no reader takes, such as those of a library that changed meanwhile. */
export class Unwritable extends Error {
  /** @param reason what does not fit, as a path to a field; never content */
  constructor(reason: string) {
    super(`The records make no backup: ${reason}`);
    this.name = 'Unwritable';
  }
}

async function* lines(
  records: AsyncIterable<BackupRecord>,
  { app, exportedAt, counts }: Pick<BackupHeader, 'app' | 'exportedAt' | 'counts'>,
  told: (papers: number) => void,
): AsyncGenerator<string> {
  const header: BackupHeader = { format: BACKUP_FORMAT, version: BACKUP_VERSION, app, exportedAt, counts };
  yield `${JSON.stringify(header)}\n`;
  const coherence = startCoherence();
  const breathe = startBreathing();
  let line = 1;
  let papers = 0;
  for await (const record of records) {
    line += 1;
    const misfit = coherence.add(record, line);
    if (misfit) throw new Unwritable(misfit.detail);
    yield lineOf(record);
    await breathe();
    if (!('paper' in record)) continue;
    papers += 1;
    if (papers % PAPERS_BETWEEN === 0 || papers === counts.papers) told(papers);
  }
  const misfit = coherence.finish(counts, line);
  if (misfit) throw new Unwritable(misfit.detail);
}

function lineOf(record: BackupRecord): string {
  const line = `${JSON.stringify(record)}\n`;
  // Three bytes are the most that one unit becomes; few lines are long enough to be measured.
  const mayBeTooLong = line.length * 3 > BACKUP_LIMITS.line;
  if (mayBeTooLong && new TextEncoder().encode(line).length > BACKUP_LIMITS.line)
    throw new Unwritable('a line too long');
  return line;
}

async function* chunked(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < CHUNK) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
}

async function* hashed(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = sha256.create();
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield new TextEncoder().encode(`${JSON.stringify({ sha256: bytesToHex(hash.digest()) })}\n`);
}
