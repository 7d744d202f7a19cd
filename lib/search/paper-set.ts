import type { PaperId } from '../domain/paper.ts';
import { newBuffer, putNumber, takeNumber, written } from './bytes.ts';

const LIST = 0;
const BITS = 1;

/**
 * A set of papers as a record: the distances between them, or a bit a paper where that is shorter.
 * @param papers ascending, each once
 */
export function packPapers(papers: ArrayLike<PaperId>): Uint8Array<ArrayBuffer> {
  const first = papers[0] ?? 0;
  const span = (papers[papers.length - 1] ?? 0) - first + 1;
  const buffer = newBuffer(16 + Math.min(papers.length * 2, span));
  if (papers.length < span / 8) {
    putNumber(buffer, LIST);
    for (let index = 0; index < papers.length; index++) {
      putNumber(buffer, (papers[index] ?? 0) - (papers[index - 1] ?? 0));
    }
    return written(buffer);
  }
  putNumber(buffer, BITS);
  putNumber(buffer, first);
  const bits = new Uint8Array(Math.ceil(span / 8));
  for (let index = 0; index < papers.length; index++) {
    const place = (papers[index] ?? 0) - first;
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  const record = new Uint8Array(buffer.size + bits.length);
  record.set(written(buffer));
  record.set(bits, buffer.size);
  return record;
}

/** The papers of a record, ascending. */
export function unpackPapers(record: Uint8Array): PaperId[] {
  const reader = { bytes: record, at: 0 };
  const papers: PaperId[] = [];
  if (takeNumber(reader) === LIST) {
    let paper = 0;
    while (reader.at < record.length) {
      paper += takeNumber(reader);
      papers.push(paper);
    }
    return papers;
  }
  const first = takeNumber(reader);
  const start = reader.at;
  for (let at = start; at < record.length; at++) {
    const byte = record[at] ?? 0;
    for (let bit = 0; bit < 8; bit++) {
      if (byte & (1 << bit)) papers.push(first + (at - start) * 8 + bit);
    }
  }
  return papers;
}
