import { readableAccents } from './tex-accents.ts';
import { readableMaths, readableScripts } from './tex-maths.ts';
import { GREEK_LETTERS, mathLetter, PLAIN_SIGNS, SIGNS } from './tex-signs.ts';

/** Whatever this finds nothing of stays as it is, which is nearly every text. */
const TEX =
  /[\\$]|[_^](?=[{A-Za-z0-9])|``|(?:math[a-z]+|boldsymbol|operatorname|text[a-z]{2}|emph|frac|sqrt)\s*[{([ ]|\dtimes|leq|geq|neq|cdot|ldots/;
const MOST_PASSES = 40;

const GREEK = [...GREEK_LETTERS.keys()].join('|');
const WRAPPER = String.raw`\\?(?<![A-Za-z])(math(?:cal|bb|bf|rm|it|sf|tt|frak|scr)|boldsymbol|operatorname|text(?:bf|it|tt|sc|rm|sf)|emph)`;
const WRAPPED = new RegExp(String.raw`${WRAPPER}\s*\{([^{}]*)\}`, 'g');
// Without braces a command takes one letter; only those of maths are no beginnings of a word.
const WRAPPED_LETTER = /\\?(?<![A-Za-z])math(cal|bb|bf|rm|frak|scr) ?([A-Za-z])(?![A-Za-z])/g;
const BACKSLASHED_WRAPPER = /\\(?:text|mbox|url|href|underline|textsuperscript|textsubscript|mathop)\s*\{([^{}]*)\}/g;
const OLD_FONT = /\{\\(?:bf|it|em|tt|sc|rm|sf)\s+([^{}]*)\}/g;
const FRACTION = /\\?(?<![A-Za-z])[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;
const ROOT = /\\?(?<![A-Za-z._])sqrt(?:\[([234])\])?(?:\s*\{([^{}]*)\}|\s*(?=\()| ?([A-Za-z0-9])(?![A-Za-z0-9]))/g;
const FORMULA = /(?<!\\)\$(?!\s)((?:[^$\\]|\\[^$])+)(?<!\s)\$(?!\d)/g;
const COMMAND = /\\([A-Za-z]+)(?![A-Za-z])/g;
const PLAIN_SIGN = new RegExp(String.raw`(?<![A-Za-z\\])(?:${PLAIN_SIGNS.join('|')})(?![a-z])`, 'g');
const GLUED_GREEK = new RegExp(String.raw`(?<=[_^])(?:${GREEK})(?![A-Za-z])|(?<![A-Za-z\\])(?:${GREEK})(?=[_^])`, 'g');
const SYMBOL = /\\([%&_#${}])|\\[,;:! ]/g;

/**
 * Makes TeX in a title or an abstract readable without TeX, also where its backslashes were lost on the way:
 * `mathcal O(sqrt K)` becomes `𝒪(√K)`, `1920times1080` becomes `1920×1080`, `Schr\"odinger` becomes `Schrödinger`.
 * Only what can be nothing else is changed: a word that is also a word of a language stays a word (`sim`, `to`, `times`).
 * @param text folded to one line
 * @returns the text; read again it stays as it is
 */
export function readableTex(text: string): string {
  let read = text;
  // What stands in braces becomes readable before what stands around them. Every pass makes the text shorter.
  for (let pass = 0; pass < MOST_PASSES && TEX.test(read); pass += 1) {
    const next = readOnce(read);
    if (next === read) break;
    read = next;
  }
  return read;
}

function readOnce(text: string): string {
  const spoken = readableAccents(text)
    .replace(FORMULA, (whole, inside: string) => formula(inside) ?? whole)
    .replace(WRAPPED, (_, name: string, inside: string) => wrapped(name, inside))
    .replace(WRAPPED_LETTER, (_, alphabet: string, letter: string) => mathLetter(alphabet, letter))
    .replace(BACKSLASHED_WRAPPER, '$1')
    .replace(OLD_FONT, '$1')
    .replace(FRACTION, (_, above: string, below: string) => `${grouped(above)}/${grouped(below)}`)
    .replace(ROOT, (_, degree = '', braced?: string, single?: string) => root(degree, braced ?? single ?? ''))
    .replace(COMMAND, (whole, name: string) => GREEK_LETTERS.get(name) ?? SIGNS.get(name) ?? whole);
  // A letter is known by the script behind it, so it is read before the script is.
  const lettered = spoken.replace(GLUED_GREEK, (name) => GREEK_LETTERS.get(name) ?? name);
  return readableScripts(lettered)
    .replace(PLAIN_SIGN, (name) => SIGNS.get(name.replace('slant', '')) ?? name)
    .replace(/(?<=\d)times(?=\d|(?![A-Za-z]))/g, '×')
    .replace(/``([^`'"]*)''/g, '“$1”')
    .replace(SYMBOL, (_, sign?: string) => sign ?? ' ');
}

/** The inside of `$…$` without the dollar signs, when all of it can be read so; otherwise undefined. */
function formula(inside: string): string | undefined {
  const isMaths = /[\\^_={}<>|]/.test(inside) || /^(?:[A-Za-z]|[A-Za-z]?[+\-*/()., \d]+[A-Za-z]?)$/.test(inside);
  if (!isMaths || inside.length > 300 || !/[A-Za-z\\]/.test(inside)) return undefined;
  const read = readableMaths(inside, readOnce);
  return /[\\{}$]/.test(read) ? undefined : read;
}

function wrapped(name: string, inside: string): string {
  const alphabet = /^math(cal|bb|frak|scr)$/.exec(name)?.[1];
  const text = inside.trim();
  if (!name.startsWith('math')) return inside;
  return alphabet && /^[A-Za-z]{1,2}$/.test(text)
    ? [...text].map((letter) => mathLetter(alphabet, letter)).join('')
    : text;
}

function grouped(text: string): string {
  const inside = readableMaths(text, readOnce).trim();
  return /^[\p{L}\p{N}.]*$/u.test(inside) ? inside : `(${inside})`;
}

function root(degree: string, inside: string): string {
  const sign = { '': '√', '2': '√', '3': '∛', '4': '∜' }[degree] ?? '√';
  return inside === '' ? sign : sign + grouped(inside);
}
