import type { Paper } from '../domain/paper.ts';
import { nameFrom } from './bibtex-names.ts';
import { publicationOf } from './publication.ts';

// Words by which no one remembers a title.
const STOP_WORDS = new Set(
  'a an the on in of for to and or with from by at as is are be can do does via using towards toward into over under how what why when not your its it we you i'.split(
    ' ',
  ),
);
const WORDS_WITHOUT_AUTHOR = 3;
const MOST_CHARACTERS = 60;
// Letters that lose more than an accent on the way to ASCII.
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng' }),
);

/** What a citation key is made of. */
type Cited = Pick<Paper, 'title' | 'authors' | 'published' | 'identifiers'>;

/**
 * Starts to give citation keys, one paper after the other, in the style of Google Scholar: `smith2024attention`. Without
 * an author it is three words of the title. The second paper with a key gets `a` behind it, the third `b`, and so on.
 * @returns a function that gives each paper a key of `a-z` and `0-9` that no paper before it got
 */
export function startKeys(): (paper: Cited) => string {
  // Every key given, with how many letters have been tried behind it. A list may be long, so keys are remembered by their
  // fingerprints: two with the same one cost a letter that was not needed, and never make a key twice.
  const given = new Map<number, number>();
  return (paper) => {
    const plain = plainKey(paper);
    let key = plain;
    let count = given.get(fingerprint(plain)) ?? 0;
    while (given.has(fingerprint(key))) {
      key = plain + suffix(count);
      count += 1;
    }
    given.set(fingerprint(key), 0);
    given.set(fingerprint(plain), count);
    return key;
  };
}

/** A whole number of 31 bits, which is as much as V8 keeps without an object of its own (FNV-1a, mixed at the end). */
function fingerprint(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >> 1;
}

function plainKey(paper: Cited): string {
  const year = String(publicationOf(paper)?.year ?? '');
  const words = titleWords(paper.title);
  const author = familyWord(paper.authors?.[0] ?? '');
  const key = author ? author + year + (words[0] ?? '') : words.slice(0, WORDS_WITHOUT_AUTHOR).join('') + year;
  return /[a-z]/.test(key) ? key.slice(0, MOST_CHARACTERS) : `paper${key}`.slice(0, MOST_CHARACTERS);
}

function familyWord(author: string): string {
  const name = nameFrom(author);
  return 'group' in name ? (asciiWords(name.group)[0] ?? '') : asciiWords(name.family).join('');
}

function titleWords(title: string): string[] {
  const words = asciiWords(title);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

function asciiWords(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const ascii = folded.replace(/[øłßæœđðþıŋ]/g, (letter) => LETTERS.get(letter) ?? letter).replace(/['’]/g, '');
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

/** 0 → `a`, 25 → `z`, 26 → `aa`. */
function suffix(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : suffix(Math.floor(count / 26) - 1) + letter;
}
