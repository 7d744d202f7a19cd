import { FIELD_ORDER, type Field } from './fields.ts';

/**
 * A term in a field, as the index sorts and stores it: its UTF-8 bytes, one a character, and then a byte for the field.
 * Such a string compares as its bytes do, and a word of plain ASCII is its own.
 */
export type TermKey = string;

/** Before the first one or two letters of a word. No letter or digit is as small, so the kinds never mix. */
const LETTERS_MARK = '\u0001';
const FIRST_FIELD = 2;
/** Greater than any byte of UTF-8. */
const AFTER_ALL = '\u00ff';

const encoder = new TextEncoder();
const ASCII_WORD = /^[a-z0-9]*$/;

/** The bytes of a term, without a field. */
export function termBytes(term: string): string {
  return ASCII_WORD.test(term) ? term : String.fromCharCode(...encoder.encode(term));
}

/** The byte for a field. */
export function fieldByte(field: Field): number {
  return FIRST_FIELD + FIELD_ORDER.indexOf(field);
}

/** The field that a byte stands for. */
export function fieldOfByte(byte: number): Field | undefined {
  return FIELD_ORDER[byte - FIRST_FIELD];
}

/** The key of a term in a field. */
export function termKey(term: string, field: Field): TermKey {
  return termBytes(term) + String.fromCharCode(fieldByte(field));
}

/** The key under which words are found by these first one or two letters. */
export function lettersKey(letters: string, field: Field): TermKey {
  return LETTERS_MARK + termKey(letters, field);
}

/** Keys that follow each other in the index. */
export interface KeyRange {
  /** What all of them begin with. */
  start: TermKey;
  /** Only the keys of the term that is all of `start`, in any field. */
  whole: boolean;
}

/** The keys of one term, in all fields. */
export function keysOfTerm(term: string): KeyRange {
  return { start: termBytes(term), whole: true };
}

/** The keys of all terms that begin so, in all fields. */
export function keysOfPrefix(prefix: string): KeyRange {
  return { start: termBytes(prefix), whole: false };
}

/** The keys of words by these first one or two letters, in all fields. */
export function keysOfLetters(letters: string): KeyRange {
  return { start: LETTERS_MARK + termBytes(letters), whole: true };
}

/** A key that no key of a range is greater than, and that no key after the range is less than. */
export function endOf({ start, whole }: KeyRange): TermKey {
  return start + (whole ? String.fromCharCode(FIRST_FIELD + FIELD_ORDER.length) : AFTER_ALL);
}
