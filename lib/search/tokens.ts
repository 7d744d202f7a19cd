import { foldLetters } from '../domain/title-key.ts';

/** Chinese, Japanese, Korean, Thai and their like are written without spaces, or nearly so: no gap tells their words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** The first Thai letter. */
const FIRST_UNSPACED = 0x0e01;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII_RUN = /[a-z0-9]+/g;
const MARK = /^\p{M}$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\u0000-\u007f]*$/;

/** No word is longer, in UTF-16 units; of a hostile one the rest is left out, from the text and the query alike. */
const LONGEST = 48;

/** A stretch of writing that is compared as one: a word, or a run of characters of a script without spaces. */
export interface Run {
  /** The characters of a script without spaces; one element, the word, in all others. */
  units: string[];
  unspaced: boolean;
}

/**
 * The words of a text as the index holds them: case, accents and compatibility forms folded, of every script. Scripts
 * without spaces give each pair of neighbours, and the last character alone so that it too begins something.
 */
export function indexTokens(text: string): string[] {
  const folded = foldLetters(text);
  if (ASCII.test(folded)) return (folded.match(ASCII_RUN) ?? []).map(bounded);
  return runsIn(folded).flatMap((run) => (run.unspaced ? pairsOf(run.units, true) : run.units));
}

/** Whether a word belongs to a script without spaces. */
export function isUnspaced(word: string): boolean {
  // None of these scripts has a letter below the Thai ones, and nearly every word is Latin.
  return word.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(word);
}

/** What to look up in the index to find a run: every pair of neighbours, or the one character there is. */
export function lookUpTokens({ units, unspaced }: Run): string[] {
  return unspaced && units.length > 1 ? pairsOf(units, false) : units;
}

/** The runs of a text in order, folded. Where the script changes between spaced and unspaced, a run ends. */
export function runsOf(text: string): Run[] {
  return runsIn(foldLetters(text));
}

/**
 * A text as phrases are looked for in it: all words, and all characters of scripts without spaces, with one space before
 * and after each. A phrase stands in a text when its sequence stands in the text's.
 */
export function sequenceOf(text: string): string {
  const units = runsOf(text).flatMap((run) => run.units);
  return units.length > 0 ? ` ${units.join(' ')} ` : '';
}

/** The runs of a folded text. */
function runsIn(folded: string): Run[] {
  return (folded.match(RUN) ?? []).flatMap((run) => (UNSPACED.test(run) ? partedByScript(run) : wordOf(run)));
}

function wordOf(run: string): Run {
  return { units: [bounded(run)], unspaced: false };
}

function partedByScript(run: string): Run[] {
  const runs: { text: string; characters: string[]; unspaced: boolean }[] = [];
  for (const character of run) {
    const last = runs.at(-1);
    // A combining mark belongs to no script of its own.
    const unspaced = MARK.test(character) && last ? last.unspaced : UNSPACED.test(character);
    if (last?.unspaced === unspaced) last.characters.push(character);
    else runs.push({ text: '', characters: [character], unspaced });
  }
  return runs.map(({ characters, unspaced }) =>
    unspaced ? { units: characters, unspaced } : wordOf(characters.join('')),
  );
}

function pairsOf(units: readonly string[], withLast: boolean): string[] {
  const pairs = units.slice(0, -1).map((unit, index) => unit + (units[index + 1] ?? ''));
  return withLast ? [...pairs, units.at(-1) ?? ''] : pairs;
}

/** Cut to the longest that is kept, without splitting a character. */
function bounded(word: string): string {
  return word.length <= LONGEST ? word : word.slice(0, LONGEST).toWellFormed();
}
