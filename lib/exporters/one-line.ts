import { foldWhitespace } from '../domain/plain-text.ts';

// Code points that stand for no character and that XML refuses, so that bibutils would write a broken file.
const NO_CHARACTER = /\p{Noncharacter_Code_Point}/gu;

/**
 * A text as every exporter may write it: on one line, without control and bidirectional characters, and with U+FFFD for
 * each half of a surrogate pair that stands alone, because a file in UTF-8 cannot hold one.
 */
export function oneLine(text: string): string {
  return foldWhitespace(text.replace(/\u0085/g, ' ').replace(NO_CHARACTER, '')).toWellFormed();
}
