import { Refusal } from './failure.ts';
import { BACKUP_LIMITS } from './limits.ts';

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Reads one line as JSON. Deep nesting in a long line is refused unparsed, since parsing it takes seconds.
 * @throws {Refusal} when it is no UTF-8, no JSON, or long and nested deeper than any record
 */
export function readJson(bytes: Uint8Array, line: number): unknown {
  const text = textOf(bytes);
  if (text === undefined) throw new Refusal('encoding', line);
  if (bytes.length > BACKUP_LIMITS.measured && isNestedDeeply(bytes)) throw new Refusal('nesting', line);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('not-json', line);
    throw error;
  }
}

/** How a first line shows that the file is in another encoding, in a word; undefined when it does not. */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'byte-order-mark';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16';
  return (a === OPEN_OBJECT && b === 0) || (a === 0 && b === OPEN_OBJECT) ? 'utf-16' : undefined;
}

/** A text in UTF-8; undefined when the bytes are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether brackets outside of texts stand deeper than in any record. */
function isNestedDeeply(bytes: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isText = !isText;
    else if (isText && byte === BACKSLASH) at += 1;
    else if (isText) continue;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    if (depth > BACKUP_LIMITS.depth) return true;
  }
  return false;
}
