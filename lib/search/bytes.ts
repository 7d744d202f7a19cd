/** Bytes that grow as they are written. */
export interface ByteBuffer {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many are written. */
  size: number;
}

/** An empty buffer with room for so many bytes. */
export function newBuffer(room: number): ByteBuffer {
  return { bytes: new Uint8Array(room), size: 0 };
}

/** Writes a whole number below 2³² in seven bits a byte, lowest first; the high bit says that more follow (LEB128). */
export function putNumber(buffer: ByteBuffer, value: number): void {
  makeRoom(buffer, 5);
  let rest = value;
  while (rest > 127) {
    buffer.bytes[buffer.size++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  buffer.bytes[buffer.size++] = rest;
}

/** Bits on their way into a buffer, lowest first. */
export interface BitWriter {
  buffer: ByteBuffer;
  bits: number;
  have: number;
}

/** Bits that follow what a buffer holds. */
export function startBits(buffer: ByteBuffer): BitWriter {
  return { buffer, bits: 0, have: 0 };
}

/** Writes the lowest bits of a number, at most 16; up to seven of the last ones wait for more to make a byte. */
export function putBits(writer: BitWriter, value: number, count: number): void {
  writer.bits |= value << writer.have;
  writer.have += count;
  for (; writer.have >= 8; writer.have -= 8) {
    makeRoom(writer.buffer, 1);
    writer.buffer.bytes[writer.buffer.size++] = writer.bits & 255;
    writer.bits >>>= 8;
  }
}

/** Writes the characters of a string from a place on, each below 256, as bytes. */
export function putKey(buffer: ByteBuffer, key: string, from: number): void {
  makeRoom(buffer, key.length - from);
  for (let at = from; at < key.length; at++) buffer.bytes[buffer.size++] = key.charCodeAt(at);
}

/** Writes what another buffer holds. */
export function putBuffer(buffer: ByteBuffer, other: ByteBuffer): void {
  makeRoom(buffer, other.size);
  buffer.bytes.set(other.bytes.subarray(0, other.size), buffer.size);
  buffer.size += other.size;
}

/** What is written, as an array of its own. */
export function written(buffer: ByteBuffer): Uint8Array<ArrayBuffer> {
  return buffer.bytes.slice(0, buffer.size);
}

function makeRoom(buffer: ByteBuffer, more: number): void {
  if (buffer.size + more <= buffer.bytes.length) return;
  const larger = new Uint8Array(Math.max(buffer.bytes.length * 2, buffer.size + more));
  larger.set(buffer.bytes);
  buffer.bytes = larger;
}

/** A place in bytes that are read. */
export interface ByteReader {
  bytes: Uint8Array;
  at: number;
}

/** Reads a number that `putNumber` wrote. */
export function takeNumber(reader: ByteReader): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new Error('The search index ends in the middle of a number');
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
}
