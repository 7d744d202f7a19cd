import { foldWhitespace } from '../domain/plain-text.ts';

/** A person's name in the parts that BibTeX knows, or the name of a group, which is never taken apart. */
export type Name = { group: string } | { given: string; particle: string; family: string; suffix: string };

const SUFFIX = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;
const GROUP_WORD =
  /^(?:team|group|labs?|laborator(?:y|ies)|inc\.?|ltd\.?|llc|gmbh|corp(?:oration)?\.?|company|universit(?:y|ies)|institute|research|consortium|collaboration|collaborative|foundation|initiative|project|committee|department|center|centre|community|and|the|openai|google|deepmind|microsoft|nvidia|meta)$/i;

/** Reads a name as sources spell it, given name first. What cannot be a person's name is a group. */
export function nameFrom(text: string): Name {
  const whole = foldWhitespace(text);
  const words = whole.split(' ');
  if (words.length < 2 || isGroup(whole, words)) return { group: whole };
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  // BibTeX's own rule: the particle runs from the first to the last word in lower case before the family name.
  const before = words.slice(0, -1);
  const first = before.findIndex((word, place) => place > 0 && isLower(word));
  const last = before.findLastIndex((word, place) => place > 0 && isLower(word));
  const family = words.slice(last > 0 ? last + 1 : -1).join(' ');
  const given = (first > 0 ? words.slice(0, first) : before).join(' ');
  return { given, particle: first > 0 ? words.slice(first, last + 1).join(' ') : '', family, suffix };
}

/** Every author who has a name, in order; a name has at least one letter or digit. */
export function namesOf(authors: readonly string[] = []): Name[] {
  return authors.filter((author) => /[\p{L}\p{N}]/u.test(author)).map(nameFrom);
}

/** The family name as it stands in a list: with its particle. */
export function familyOf({ particle, family }: { particle: string; family: string }): string {
  return particle ? `${particle} ${family}` : family;
}

function isGroup(whole: string, words: string[]): boolean {
  if (/[,;:&@/\\{}()[\]\p{N}]/u.test(whole) || words.includes('AI')) return true;
  // BibTeX takes a word of hyphens for no word at all.
  return words.some((word) => GROUP_WORD.test(word) || !/\p{L}/u.test(word));
}

function isLower(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word);
}
