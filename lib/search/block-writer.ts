import { type ByteBuffer, newBuffer, putBuffer, putKey, putNumber, written } from './bytes.ts';
import type { TermKey } from './keys.ts';
import { putPostings } from './postings.ts';

/** Bytes of a block. Values from 64 KiB on become files of their own in Chromium, which are slow to read. */
const FULL = 32 * 1024;
/** A block with less room than this is full. */
const LEAST_ROOM = 64;
/** Postings that take less than this are not split, so that a rare word is read with one block. */
const KEPT_WHOLE = 4 * 1024;

/**
 * Writes terms with their postings into blocks: for each the bytes that its key shares with the key before, the number of
 * the others, these, the bytes of its postings, and these. A term that does not fit goes on in the next block under the
 * same key.
 */
export interface BlockWriter {
  block: ByteBuffer;
  scratch: ByteBuffer;
  lastKey: TermKey;
  /** The first key of every finished block. */
  firstKeys: TermKey[];
  /** Bytes of all finished blocks. */
  bytes: number;
  /** Takes a finished block. */
  done: (block: Uint8Array<ArrayBuffer>) => void;
}

/** @param done takes the finished blocks in order, each once */
export function newBlockWriter(done: BlockWriter['done']): BlockWriter {
  return { block: newBuffer(FULL + 1024), scratch: newBuffer(FULL), lastKey: '', firstKeys: [], bytes: 0, done };
}

/**
 * Adds a term; keys must come in ascending order.
 * @param postings ascending by paper
 */
export function addTerm(writer: BlockWriter, key: TermKey, postings: ArrayLike<number>): void {
  const { scratch } = writer;
  for (let from = 0; from < postings.length; ) {
    // A posting of a rare word takes about three bytes.
    const estimate = Math.min((postings.length - from) * 3 + key.length, KEPT_WHOLE);
    if (writer.block.size + Math.max(estimate, LEAST_ROOM) > FULL) endBlock(writer);
    scratch.size = 0;
    from = putPostings(scratch, postings, from, FULL - writer.block.size - key.length);
    putEntry(writer, key);
  }
}

function putEntry(writer: BlockWriter, key: TermKey): void {
  const { block, scratch, lastKey } = writer;
  let shared = 0;
  if (block.size === 0) writer.firstKeys.push(key);
  else while (shared < key.length && key.charCodeAt(shared) === lastKey.charCodeAt(shared)) shared += 1;
  putNumber(block, shared);
  putNumber(block, key.length - shared);
  putKey(block, key, shared);
  putNumber(block, scratch.size);
  putBuffer(block, scratch);
  writer.lastKey = key;
}

/** Finishes the block that is being written, if anything stands in it. */
export function endBlock(writer: BlockWriter): void {
  if (writer.block.size === 0) return;
  const block = written(writer.block);
  writer.block.size = 0;
  writer.bytes += block.length;
  writer.done(block);
}
