import type { Progress } from '../domain/backup.ts';
import { Refusal } from './failure.ts';

export interface ReadOptions {
  /** The size of the file, for `progress`. */
  bytes?: number;
  /** Told of the bytes of the file that have been read. */
  progress?: Progress;
  signal?: AbortSignal;
}

type Bytes = Uint8Array<ArrayBuffer>;

// Packed bytes go in by little pieces: one may unpack to a thousand times its size.
const PIECE = 65_536;

/**
 * Reads a file, plain or gzip (told by its first two bytes), and unpacks it. Never more is under way than a few chunks.
 * @param lineReached for a refusal to say how far reading had come
 * @throws {Refusal} when the file cannot be read or unpacked to its end
 * @throws the reason of the signal when it aborts
 */
export async function* plainBytes(
  file: ReadableStream<Bytes>,
  options: ReadOptions,
  lineReached: () => number,
): AsyncGenerator<Bytes> {
  const chunks = fileChunks(file, options, lineReached);
  try {
    const start = await startOf(chunks);
    if (start[0] === 0x1f && start[1] === 0x8b) return yield* unpacked(start, chunks, lineReached);
    yield start;
    yield* chunks;
  } finally {
    await chunks.return(undefined);
  }
}

async function* fileChunks(
  file: ReadableStream<Bytes>,
  { bytes, progress, signal }: ReadOptions,
  lineReached: () => number,
): AsyncGenerator<Bytes> {
  const reader = file.getReader();
  const letGo = () => void reader.cancel(signal?.reason).catch(() => undefined); // it may have failed already
  signal?.addEventListener('abort', letGo);
  try {
    let done = 0;
    for (;;) {
      signal?.throwIfAborted();
      const next = await reader.read().catch((error: unknown) => {
        throw signal?.aborted ? signal.reason : new Refusal('file', lineReached(), nameOf(error));
      });
      signal?.throwIfAborted();
      if (next.done) return;
      done += next.value.length;
      if (bytes !== undefined) progress?.(done, bytes);
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', letGo);
    letGo();
  }
}

/** The first two bytes, and what came with them. */
async function startOf(chunks: AsyncGenerator<Bytes>): Promise<Bytes> {
  let start: Bytes = new Uint8Array();
  while (start.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    const longer = new Uint8Array(start.length + next.value.length);
    longer.set(start);
    longer.set(next.value, start.length);
    start = longer;
  }
  return start;
}

async function* unpacked(
  start: Bytes,
  chunks: AsyncGenerator<Bytes>,
  lineReached: () => number,
): AsyncGenerator<Bytes> {
  const unpacking = new DecompressionStream('gzip');
  const feeding = feed(unpacking.writable.getWriter(), start, chunks);
  const reader = unpacking.readable.getReader();
  try {
    for (;;) {
      const next = await reader.read().catch(async () => {
        const { failure, ended } = await feeding;
        // Gzip that stops before it is whole fails only when all of it has gone in.
        throw failure ?? new Refusal(ended ? 'cut-off' : 'compression', lineReached());
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // what failed has been told by `read`
    await feeding;
  }
}

/** What became of feeding: whether all went in, and what the file itself failed with. Never rejects. */
interface Fed {
  ended: boolean;
  failure?: unknown;
}

async function feed(
  writer: WritableStreamDefaultWriter<Bytes>,
  start: Bytes,
  chunks: AsyncGenerator<Bytes>,
): Promise<Fed> {
  let chunk = start;
  for (;;) {
    if (!(await wrote(writer, chunk))) return { ended: false };
    try {
      const next = await chunks.next();
      if (next.done) break;
      chunk = next.value;
    } catch (failure) {
      // Handed on to whoever reads, and thrown there.
      await writer.abort(failure).catch(() => undefined);
      return { ended: false, failure };
    }
  }
  await writer.close().catch(() => undefined); // the reader fails with the same
  return { ended: true };
}

async function wrote(writer: WritableStreamDefaultWriter<Bytes>, chunk: Bytes): Promise<boolean> {
  try {
    for (let at = 0; at < chunk.length; at += PIECE) await writer.write(chunk.subarray(at, at + PIECE));
    return true;
  } catch (error) {
    // Not gzip after all, or nobody reads on: either way the reader knows.
    if (error instanceof Error || error === undefined) return false;
    throw error;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
