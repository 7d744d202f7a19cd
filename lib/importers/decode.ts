import type { Outcome } from '../domain/outcome.ts';
import type { ImportFailure } from './imported.ts';

const BINARY: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x53, 0x51, 0x4c, 0x69], // SQLite, such as zotero.sqlite
];

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16, which is known by its mark or by the zeros of
 * plain letters.
 * @returns the text without a mark; `encoding` with the first line that is no UTF-8, or `binary`
 */
export function decodeText(bytes: Uint8Array): Outcome<string, ImportFailure> {
  if (BINARY.some((head) => head.every((byte, place) => bytes[place] === byte))) return { ok: false, code: 'binary' };
  const wide = wideEncoding(bytes);
  if (wide) return { ok: true, value: new TextDecoder(wide).decode(bytes) };
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.indexOf('\ufffd');
  if (bad >= 0 && !isWritten(bytes))
    return { ok: false, code: 'encoding', line: text.slice(0, bad).split(/\r\n|[\n\r]/).length };
  return text.includes('\0') ? { ok: false, code: 'binary' } : { ok: true, value: text };
}

/** Whether every U+FFFD stands in the file itself, and the file is UTF-8. */
function isWritten(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  const zeros = (offset: number) => head.filter((byte, place) => place % 2 === offset && byte === 0).length;
  if (head.length < 4) return undefined;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > head.length * 0.3 && even < head.length * 0.05) return 'utf-16le';
  return even > head.length * 0.3 && odd < head.length * 0.05 ? 'utf-16be' : undefined;
}
