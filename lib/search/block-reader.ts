import { type ByteReader, takeNumber } from './bytes.ts';
import type { KeyRange, TermKey } from './keys.ts';

/** Where the postings of a key stand. */
export interface Entry {
  block: Uint8Array;
  /** The first byte of the postings, and the first after them. */
  from: number;
  to: number;
  /** Bytes of the term, and the byte for the field after it. */
  termLength: number;
  field: number;
}

/** Goes through the entries of a block. */
export interface BlockCursor extends ByteReader {
  /** Bytes of the present key, and how many there are. */
  key: Uint8Array;
  keyLength: number;
  /** Where its postings stand. */
  from: number;
  to: number;
}

/** A cursor before the first entry of a block. */
export function newCursor(block: Uint8Array): BlockCursor {
  return { bytes: block, at: 0, key: new Uint8Array(256), keyLength: 0, from: 0, to: 0 };
}

/** Goes to the next entry. @returns whether there is one */
export function nextEntry(cursor: BlockCursor): boolean {
  if (cursor.at >= cursor.bytes.length) return false;
  const shared = takeNumber(cursor);
  const more = takeNumber(cursor);
  for (let index = 0; index < more; index++) cursor.key[shared + index] = cursor.bytes[cursor.at++] ?? 0;
  cursor.keyLength = shared + more;
  const size = takeNumber(cursor);
  cursor.from = cursor.at;
  cursor.to = cursor.at + size;
  cursor.at = cursor.to;
  return true;
}

/** The present key. */
export function keyAt({ key, keyLength }: BlockCursor): TermKey {
  return String.fromCharCode(...key.subarray(0, keyLength));
}

/**
 * The entries of a block whose keys lie in a range. Keys before it are passed over without being put together: as long as
 * a key shares more with the one before than that shared with what is sought, it too comes before it.
 */
export function entriesIn(block: Uint8Array, { start, whole }: KeyRange): Entry[] {
  const entries: Entry[] = [];
  const reader: ByteReader = { bytes: block, at: 0 };
  let matched = 0;
  while (reader.at < block.length) {
    const shared = takeNumber(reader);
    const more = takeNumber(reader);
    const rest = reader.at;
    reader.at += more;
    const size = takeNumber(reader);
    const from = reader.at;
    reader.at += size;
    if (shared < matched) break;
    if (matched < start.length) {
      if (shared > matched) continue;
      while (matched < start.length && matched < shared + more) {
        if (block[rest + matched - shared] !== start.charCodeAt(matched)) break;
        matched += 1;
      }
      if (matched < start.length) {
        if (matched < shared + more && (block[rest + matched - shared] ?? 0) > start.charCodeAt(matched)) break;
        continue;
      }
    }
    const termLength = shared + more - 1;
    if (whole && termLength > start.length) break;
    entries.push({ block, from, to: from + size, termLength, field: block[rest + more - 1] ?? 0 });
  }
  return entries;
}
