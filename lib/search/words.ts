import { foldLetters } from '../domain/title-key.ts';

/** Chinese, Japanese, Korean, Thai and their like are written without spaces, so their words are found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** One word of a query. */
export interface QueryWord {
  text: string;
  /** Found anywhere in a word, not only at its start. */
  anywhere: boolean;
}

/** Text as search compares it: compatibility forms unified, case and accents folded. */
export function searchable(text: string): string {
  return foldLetters(text);
}

/** The words of a query, folded, without repeats. Punctuation only parts words. */
export function queryWords(query: string): QueryWord[] {
  const words = new Set(searchable(query).match(WORD) ?? []);
  return [...words].map((text) => ({ text, anywhere: UNSPACED.test(text) }));
}

/** Whether a folded text holds a word that the query word begins (or, without spaces, is part of). */
export function holdsWord(folded: string, word: QueryWord): boolean {
  let at = folded.indexOf(word.text);
  while (at >= 0) {
    if (word.anywhere || at === 0 || !isLetter(folded, at - 1)) return true;
    at = folded.indexOf(word.text, at + 1);
  }
  return false;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  // Almost every text is ASCII here, and this runs for every place where a word is found.
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return LETTER.test(text[index] ?? '') || (code >= 0xdc00 && code <= 0xdfff);
}
