import { LATEX_ACCENTS, LATEX_STYLES, LATEX_SYMBOLS } from './latex-symbols.ts';

// Maths stays as it is written: `$…$` with no space inside its dollars, as pandoc reads it.
const MATHS = /(?<!\\)\$(?!\s)((?:[^$\\]|\\[^$]){1,1000}?)(?<!\s)\$(?!\d)/g;
const ACCENT =
  /\\([`'^"~=.]|[uvHcdbkr](?![A-Za-z]))\s*(?:\{\s*(\\?[A-Za-z]|[^\s{}\\])?\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))/y;
const COMMAND = /\\([A-Za-z]+)\*?(?:\{\}|\s+|(?![A-Za-z]))/y;
const ESCAPED = /\\([^A-Za-z])/y;
const SPECIAL = /[\\{}~]/g;

/**
 * The text that LaTeX prints for a field: accents and symbols as characters, braces gone. Maths, dashes and quotes stay as
 * they are written, so that what Gleaner wrote comes back letter by letter.
 */
export function latexText(value: string): string {
  if (!/[\\{}~$]/.test(value)) return value;
  const pieces: string[] = [];
  let end = 0;
  for (const { index, 0: whole } of value.matchAll(MATHS)) {
    if (!looksLikeMaths(whole)) continue;
    pieces.push(plainText(value.slice(end, index)), whole);
    end = index + whole.length;
  }
  return pieces.join('') + plainText(value.slice(end));
}

/** "from $5 to $10" is money. */
function looksLikeMaths(formula: string): boolean {
  return /[\\^_={<>]/.test(formula) || !/[A-Za-z]{3}/.test(formula);
}

function plainText(text: string): string {
  let out = '';
  let at = 0;
  const special = new RegExp(SPECIAL);
  for (let match = special.exec(text); match; match = special.exec(text)) {
    out += text.slice(at, match.index);
    const [read, end] = readSpecial(text, match.index, match[0]);
    out += read;
    at = end;
    special.lastIndex = end;
  }
  return out + text.slice(at);
}

function readSpecial(text: string, at: number, found: string): [text: string, end: number] {
  if (found === '~') return [' ', at + 1];
  if (found !== '\\') return ['', at + 1];
  const accent = matchAt(ACCENT, text, at);
  if (accent) return [accented(accent), at + accent[0].length];
  const command = matchAt(COMMAND, text, at);
  if (command) return [printed(command[1] ?? '', command[0]), at + command[0].length];
  const escaped = matchAt(ESCAPED, text, at)?.[1];
  if (escaped === undefined) return ['\\', at + 1];
  if (escaped === '\\' || /\s/.test(escaped) || escaped === ',') return [' ', at + 2];
  return [/[-/!;:]/.test(escaped) ? '' : escaped, at + 2];
}

function accented([, accent = '', braced, bare]: RegExpExecArray): string {
  const letter = (braced ?? bare ?? '').replace(/^\\/, '');
  return letter === '' ? '' : `${letter}${LATEX_ACCENTS.get(accent) ?? ''}`.normalize('NFC');
}

/** What a command prints. One that is not known stays as it is written, so that nothing is lost. */
function printed(name: string, whole: string): string {
  const symbol = LATEX_SYMBOLS.get(name);
  if (symbol !== undefined) return symbol;
  return LATEX_STYLES.has(name) ? '' : whole;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A value that programs read letter by letter (an address, an identifier): braces gone, escaped characters as they are. */
export function verbatimText(value: string): string {
  return value
    .replace(/\\url\s*\{/g, '')
    .replace(/\{?\\(?:textunderscore|_)\}?(?:\{\})?/g, '_')
    .replace(/\{?\\(?:textasciitilde|sim|~)\}?(?:\{\})?/g, '~')
    .replace(/\\([&%$#{}])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}
