import { newBuffer, putKey, putNumber, takeNumber, written } from './bytes.ts';
import { endOf, type KeyRange, type TermKey } from './keys.ts';

/** The first keys of a segment's blocks as a record: each as what it shares with the one before, and the rest. */
export function packDirectory(firstKeys: readonly TermKey[]): Uint8Array<ArrayBuffer> {
  const buffer = newBuffer(1024);
  let before = '';
  for (const key of firstKeys) {
    let shared = 0;
    while (shared < key.length && key.charCodeAt(shared) === before.charCodeAt(shared)) shared += 1;
    putNumber(buffer, shared);
    putNumber(buffer, key.length - shared);
    putKey(buffer, key, shared);
    before = key;
  }
  return written(buffer);
}

/** The first keys from their record. */
export function unpackDirectory(record: Uint8Array): TermKey[] {
  const reader = { bytes: record, at: 0 };
  const keys: TermKey[] = [];
  while (reader.at < record.length) {
    const shared = takeNumber(reader);
    const more = takeNumber(reader);
    const rest = String.fromCharCode(...record.subarray(reader.at, reader.at + more));
    reader.at += more;
    keys.push((keys.at(-1) ?? '').slice(0, shared) + rest);
  }
  return keys;
}

/**
 * The blocks that may hold keys of a range.
 * @returns the first of them and the first after them; equal where there is none
 */
export function blocksFor(firstKeys: readonly TermKey[], range: KeyRange): [first: number, end: number] {
  // What a block begins with may go on from the block before.
  const first = Math.max(0, firstAtLeast(firstKeys, range.start) - 1);
  return [first, firstAtLeast(firstKeys, endOf(range))];
}

function firstAtLeast(keys: readonly TermKey[], key: TermKey): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
