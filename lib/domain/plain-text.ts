/** Longest texts that Gleaner keeps, in UTF-16 units; what is longer is cut with a notice (hostile pages send megabytes). */
export const LIMITS = {
  title: 2_000,
  abstract: 20_000,
  name: 300,
  authors: 5_000,
  /** All names of one paper together; the longest list known, of 5,154 physicists, has some 90,000. */
  allAuthors: 150_000,
  keywords: 100,
  url: 2_000,
  short: 500,
} as const;

// C0 and C1 controls, bidirectional overrides and isolates, zero-width marks and the byte order mark: none of them is
// part of a title, and an override can make one title look like another. Zero-width joiners stay: Indic scripts,
// Persian and emoji need them. Noncharacters go, because XML refuses a file that holds one.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;

/** Anything that folding could change: most texts hold nothing of it, and an export folds every text. */
const ODD = /[^ -~]| {2}|^ | $/;
/** Runs of white space, and white space that is no plain space. */
const SPACES = /[\s\u0085]{2,}|[^\S ]|\u0085/gu;

/**
 * Folds every run of white space to one space, trims, drops control and bidirectional characters, and replaces halves of
 * characters (lone surrogates), which no file or address can hold.
 * Titles on Hugging Face carry a raw newline and two spaces in nearly every third older paper.
 */
export function foldWhitespace(text: string): string {
  if (!ODD.test(text)) return text;
  return text.toWellFormed().replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/**
 * Folds `text` and cuts it to `limit` UTF-16 units without splitting a character.
 * @returns the text, and whether something was cut
 */
export function boundText(text: string, limit: number): { text: string; cut: boolean } {
  // A multiple of the limit is enough to fold: the rest of a hostile megabyte is never looked at.
  const folded = foldWhitespace(text.length > limit * 8 ? text.slice(0, limit * 8) : text);
  if (folded.length <= limit) return { text: folded, cut: text.length > limit * 8 };
  const whole = folded.slice(0, limit);
  const last = whole.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return { text: (splitsPair ? whole.slice(0, -1) : whole).trimEnd(), cut: true };
}
