import { GREEK_LETTERS, SIGNS, SUBSCRIPTS, SUPERSCRIPTS } from './tex-signs.ts';

// In maths a name needs no backslash to be one; with one it is read wherever it stands.
const NAME = /(\\?)(?<![A-Za-z])([A-Za-z]{2,})(?![A-Za-z])/g;
const BRACED_SCRIPT = /([_^])\s?\{([^{}]*)\}/g;
// One sign behind one letter, a bracket or a digit: `x_i`, `O(n)^2`; `snake_case` and `max_i` are words.
const SHORT_SCRIPT =
  /(?<=(?<![A-Za-z0-9_])[\p{L}]|[)|\]}\u{1d400}-\u{1d7ff}])_([A-Za-z0-9])(?![\p{L}\p{N}_]|\.\d)|(?<=[\p{L}\p{N})\]|])\^([A-Za-z0-9*])(?![\p{L}\p{N}])/gu;

/** What stands inside a formula: names become signs and letters. @param read makes the rest of it readable */
export function readableMaths(text: string, read: (text: string) => string): string {
  const named = text.replace(NAME, (whole, slash: string, name: string) => {
    if (!slash && /^(?:in|to|mid|sim|int|sum|star|dim|div)$/.test(name)) return whole;
    return GREEK_LETTERS.get(name) ?? SIGNS.get(name) ?? whole;
  });
  return read(named);
}

/** Raised and lowered signs: `x^2` becomes `x²`, `K^{2/3}` becomes `K^(2/3)`, `x_{max}` becomes `xₘₐₓ`. */
export function readableScripts(text: string): string {
  if (!/[_^]/.test(text)) return text;
  return text
    .replace(BRACED_SCRIPT, (_, mark: string, inside: string) =>
      script(mark, readableMaths(inside, (same) => same).trim()),
    )
    .replace(SHORT_SCRIPT, (whole, low?: string, high?: string) => {
      const letters = low === undefined ? SUPERSCRIPTS : SUBSCRIPTS;
      return letters.get(low ?? high ?? '') ?? whole;
    });
}

function script(mark: string, inside: string): string {
  const letters = mark === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const written = [...inside].map((letter) => letters.get(letter));
  if (written.every((letter) => letter !== undefined)) return written.join('');
  const isWord = [...inside].length === 1 || (mark === '_' && /^[A-Za-z0-9]+$/.test(inside));
  return isWord ? mark + inside : `${mark}(${inside})`;
}
