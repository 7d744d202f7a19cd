import { createHash } from 'node:crypto';

/** A file of these lines, unpacked, with the checksum that belongs to them, whatever they are. */
export function sealed(lines: readonly string[]): Buffer<ArrayBuffer> {
  const body = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const sum = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([body, Buffer.from(`{"sha256":"${sum}"}\n`)]);
}

/** All bytes of a stream. */
export async function bytesIn(stream: ReadableStream<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  return Buffer.concat(await Array.fromAsync(stream));
}
