import { foldWhitespace } from '../domain/plain-text.ts';

const MOST_LABEL_CHARACTERS = 80;
const MOST_LABEL_BYTES = 160; // file systems count 255 bytes of UTF-8, and a letter of some scripts takes three

// Refused by Windows, or with a meaning of their own to shells, note programs and addresses.
const REFUSED = /[<>:"/\\|?*#^[\]%&{}$!'`@+=~;,()\s.\ufffd-]+/gu;

export interface FileNameParts {
  /** Without the dot. */
  extension: string;
  /** ISO instant; its day in UTC is in the name. */
  exportedAt: string;
  /** What the list holds, such as `unread` or a search. */
  label?: string;
}

/**
 * A name for a downloaded list that Windows, macOS and Linux take, of at most 120 characters:
 * `gleaner-unread-2026-11-22.md`. It always begins with `gleaner`, so that no reserved name or leading dot can arise.
 */
export function exportFileName({ extension, exportedAt, label = '' }: FileNameParts): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(exportedAt)?.[0];
  const words = bound(foldWhitespace(label).normalize('NFC').replace(REFUSED, '-')).replace(/^-+|-+$/g, '');
  return `${['gleaner', words, day].filter(Boolean).join('-')}.${extension}`;
}

function bound(text: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_LABEL_BYTES || kept.length + character.length > MOST_LABEL_CHARACTERS) break;
    kept += character;
  }
  return kept;
}
