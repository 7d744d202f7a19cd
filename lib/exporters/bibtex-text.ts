import { foldWhitespace } from '../domain/plain-text.ts';
import { splitMaths } from './bibtex-maths.ts';

// BibTeX counts braces even behind a backslash, and one without a partner makes it drop the whole entry. So `\{` and
// `\}`, which every program reads, are for pairs, and a lone brace is a command. `<`, `>` and `|` stay: T1 fonts print
// them, and Zotero does not know `\textless`.
const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\\': '\\textbackslash{}',
    '{': '\\textbraceleft{}',
    '}': '\\textbraceright{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '&': '\\&',
    '%': '\\%',
    $: '\\$',
    '#': '\\#',
    _: '\\_',
  }),
);

// A word with the punctuation inside it, from its first letter or digit to its last; `C++` and `C#` keep their end.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.&^_/+#-]*[\p{L}\p{N}\p{M}+#])?/gu;

const SPECIAL = /[\\{}~^&%$#_]/;
// Most words of most titles: nothing to escape and no capital to keep.
const ORDINARY = /^[A-Z]?[a-z]+$/;

/** A text as the value of a BibTeX field: nothing in it acts, and its braces are balanced. */
export function bibtexText(text: string): string {
  const folded = foldWhitespace(text);
  return SPECIAL.test(folded) ? inPieces(folded, (plain) => escaper(plain)(0, plain.length)) : folded;
}

/**
 * A title as the value of a BibTeX field. Words whose capitals carry meaning (`LLaMA`, `D-branes`, `GPT-4`, `C++`) are
 * braced, because styles set the rest in lower case; ordinary capitalised words are left to the style.
 */
export function bibtexTitle(title: string): string {
  const name = /^[^\s:]+(?=:)/.exec(title)?.[0]; // "Open-Sora: …" names the work; its capitals are its own
  return inPieces(foldWhitespace(title), (plain) => {
    const escaped = escaper(plain);
    let written = '';
    let end = 0;
    for (const { index, 0: word } of plain.matchAll(WORD)) {
      written += escaped(end, index);
      end = index + word.length;
      // pandoc takes a group right behind a command for one more argument, and drops it.
      written += written.endsWith('{}') ? escaped(index, end) : protectWord(word, word === name && word.includes('-'));
    }
    return written + escaped(end, plain.length);
  });
}

/** A value that programs read letter by letter (an address, an identifier), or undefined when braces would break it. */
export function bibtexVerbatim(text: string): string | undefined {
  const plain = foldWhitespace(text);
  return /[\s{}\\]/.test(plain) ? undefined : plain;
}

function inPieces(folded: string, write: (plain: string) => string): string {
  return splitMaths(folded)
    .map((piece) => (piece.maths ? `{$${piece.text}$}` : write(piece.text)))
    .join('');
}

/** Escapes stretches of `text`, given by start and end. */
function escaper(text: string): (start: number, end: number) => string {
  const paired = pairedBraces(text);
  return (start, end) =>
    text
      .slice(start, end)
      .replace(/[\\{}~^&%$#_]/g, (sign, at: number) =>
        paired.has(start + at) ? `\\${sign}` : escapeOf(sign, text.charAt(start + at + 1)),
      );
}

/** pandoc takes `<…>` right behind a command for one more argument, and drops it. */
function escapeOf(sign: string, next: string): string {
  return (ESCAPES.get(sign) ?? sign) + (next === '<' && /[&%$#_]/.test(sign) ? '{}' : '');
}

/** The places of the braces that have a partner. */
function pairedBraces(text: string): Set<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    const partner = brace === '}' ? open.pop() : undefined;
    if (partner !== undefined) paired.add(partner).add(index);
  }
  return paired;
}

function protectWord(word: string, isName: boolean): string {
  if (ORDINARY.test(word)) return word;
  const escaped = (part: string) => escaper(part)(0, part.length);
  const parts = word.split(/([-/])/);
  const several = parts.length > 1;
  if (isName) return `{${escaped(word)}}`;
  if (!parts.some((part) => hasTellingCapitals(part, several))) return escaped(word);
  const hasPlainCapital = parts.some((part) => /^\p{Lu}/u.test(part) && !hasTellingCapitals(part, several));
  if (!hasPlainCapital) return `{${escaped(word)}}`;
  return parts.map((part) => (hasTellingCapitals(part, several) ? `{${escaped(part)}}` : escaped(part))).join('');
}

function hasTellingCapitals(part: string, hyphened: boolean): boolean {
  if (!/\p{Lu}/u.test(part)) return false;
  if (/.\p{Lu}/su.test(part) || /\p{N}/u.test(part)) return true;
  return /^\p{Lu}[+#]+$/u.test(part) || (hyphened && /^\p{Lu}$/u.test(part));
}
