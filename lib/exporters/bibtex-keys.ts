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

/**
 * A citation key for each paper, in the order given, in the style of Google Scholar: `smith2024attention`. Without an
 * author it is three words of the title. The second paper with a key gets `a` behind it, the third `b`, and so on.
 * @returns as many keys as papers, all different, of `a-z` and `0-9`
 */
export function citationKeys(
  papers: readonly Pick<Paper, 'title' | 'authors' | 'published' | 'identifiers'>[],
): string[] {
  const used = new Set<string>();
  const next = new Map<string, number>();
  return papers.map((paper) => {
    const plain = plainKey(paper);
    let key = plain;
    let count = next.get(plain) ?? 0;
    while (used.has(key)) {
      key = plain + suffix(count);
      count += 1;
    }
    next.set(plain, count);
    used.add(key);
    return key;
  });
}

function plainKey(paper: Parameters<typeof citationKeys>[0][number]): string {
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
