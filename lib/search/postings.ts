import { type ByteBuffer, putBits, putNumber, startBits, takeNumber } from './bytes.ts';
import { IMPACTS } from './formula.ts';

/** Bits of an impact; a posting is `paper × 8 + impact` in memory. */
const IMPACT_BITS = Math.log2(IMPACTS);
const IMPACT_MASK = IMPACTS - 1;
/** Bits of a distance that are written as they are, at most: as many as are surely at hand when reading. */
const MOST_PLAIN = 16;
/** Says that all impacts of a list are that of its first posting, and are not written. */
const ALIKE = 32;

/** A paper that holds a term, with the impact of it there, as one number. Papers stay below 2²⁹. */
export function posting(paper: number, impact: number): number {
  return ((paper << IMPACT_BITS) | impact) >>> 0;
}

/** The paper of a posting. */
export function paperOf(value: number): number {
  return value >>> IMPACT_BITS;
}

/** The impact of a posting. */
export function impactIn(value: number): number {
  return value & IMPACT_MASK;
}

/**
 * Writes postings until they are all written or the buffer is as full as it may be: the first as a number, then the
 * distances to the others in a Rice code (Golomb, "Run-length encodings", 1966; Rice, 1979), each with its impact. A
 * distance is parted into low bits, which are written as they are, and a count of what they cannot hold, written as so
 * many zeros and a one; with as many low bits as the mean distance has, that is near to the least that can be.
 * @param from the first posting to write
 * @returns the first posting that is not written
 */
export function putPostings(buffer: ByteBuffer, postings: ArrayLike<number>, from: number, fullAt: number): number {
  const first = postings[from] ?? 0;
  putNumber(buffer, first);
  if (from + 1 === postings.length) return from + 1;
  const plain = plainBits(postings, from);
  const alike = haveOneImpact(postings, from);
  putNumber(buffer, plain | (alike ? ALIKE : 0));
  const bits = startBits(buffer);
  let before = paperOf(first);
  let at = from + 1;
  for (; at < postings.length && buffer.size < fullAt; at++) {
    const value = postings[at] ?? 0;
    const distance = paperOf(value) - before - 1;
    for (let zeros = distance >>> plain; zeros > 0; zeros -= 8) putBits(bits, 0, Math.min(zeros, 8));
    putBits(bits, 1, 1);
    putBits(bits, distance & ((1 << plain) - 1), plain);
    if (!alike) putBits(bits, impactIn(value), IMPACT_BITS);
    before = paperOf(value);
  }
  // What is left of the last byte is zeros, which begin no distance.
  putBits(bits, 0, 7);
  return at;
}

/** How many low bits make distances of this mean shortest: ln 2 of them is the half that needs one more bit. */
function plainBits(postings: ArrayLike<number>, from: number): number {
  const span = paperOf(postings[postings.length - 1] ?? 0) - paperOf(postings[from] ?? 0);
  const mean = span / (postings.length - from - 1) - 1;
  return Math.max(0, Math.min(MOST_PLAIN, Math.floor(Math.log2(mean * Math.LN2 + 1))));
}

function haveOneImpact(postings: ArrayLike<number>, from: number): boolean {
  const impact = impactIn(postings[from] ?? 0);
  for (let at = from + 1; at < postings.length; at++) if (impactIn(postings[at] ?? 0) !== impact) return false;
  return true;
}

/** The most postings that so many bytes can hold. */
export function mostPostings(bytes: number): number {
  return bytes * 8 + 1;
}

/**
 * Reads the postings between two places of a block.
 * @param into where to put them, with room for `mostPostings`
 * @param size how many are there already
 * @returns how many are there now
 */
export function takePostings(block: Uint8Array, from: number, to: number, into: Uint32Array, size: number): number {
  // The innermost loop of every query and merge, so it is one function and reads its bits itself: those at hand stand in
  // `bits`, the next one lowest, and there are `have` of them, 25 or more after each filling while bytes last.
  const reader = { bytes: block, at: from };
  const first = takeNumber(reader);
  let count = size;
  into[count++] = first;
  if (reader.at >= to) return count;
  const head = takeNumber(reader);
  const plain = head & (ALIKE - 1);
  const plainMask = (1 << plain) - 1;
  const alike = (head & ALIKE) !== 0;
  const fixed = alike ? plain : plain + IMPACT_BITS;
  let impact = first & IMPACT_MASK;
  let paper = first >>> IMPACT_BITS;
  let at = reader.at;
  let bits = 0;
  let have = 0;
  for (;;) {
    let many = 0;
    while (bits === 0) {
      many += have;
      if (at >= to) return count;
      for (have = 0; have <= 24 && at < to; have += 8) bits |= (block[at++] ?? 0) << have;
    }
    const zeros = 31 - Math.clz32(bits & -bits);
    many += zeros;
    // A shift by 32 would be one by 0.
    bits = (bits >>> zeros) >>> 1;
    have -= zeros + 1;
    if (have < fixed) for (; have <= 24 && at < to; have += 8) bits |= (block[at++] ?? 0) << have;
    paper += (many << plain) + (bits & plainMask) + 1;
    bits >>>= plain;
    have -= plain;
    if (!alike) {
      impact = bits & IMPACT_MASK;
      bits >>>= IMPACT_BITS;
      have -= IMPACT_BITS;
    }
    into[count++] = ((paper << IMPACT_BITS) | impact) >>> 0;
  }
}
