import { ACCENTS, SPECIAL_LETTERS } from './tex-signs.ts';

const SIGN_ACCENT = /\{?\\(["'`^~=.])\s?(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))(\}?)/g;
const LETTER_ACCENT = /\\([uvHckr])(?:\{([A-Za-z])\}| ([A-Za-z])(?![A-Za-z]))/g;
const LETTER = /\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA)(?:\{\}|(?![A-Za-z]) ?)/g;
// `\"…\"` is how programs write quotation marks; an accent has a letter behind it.
const QUOTED = /\\"(?![A-Za-z{\\])/;

/** Letters with the accents that TeX writes before them: `na\"ive` becomes `naïve`. Only letters that there are. */
export function readableAccents(text: string): string {
  if (!text.includes('\\')) return text;
  const keepsQuotes = QUOTED.test(text);
  return text
    .replace(
      SIGN_ACCENT,
      (whole, accent: string, braced: string | undefined, bare: string | undefined, close: string) => {
        if (accent === '"' && keepsQuotes) return whole;
        const letter = joined(accent, braced ?? bare ?? '');
        if (letter === undefined) return whole;
        // An opening brace was taken only to go together with its partner.
        if (whole.startsWith('{')) return close ? letter : `{${letter}`;
        return letter + close;
      },
    )
    .replace(
      LETTER_ACCENT,
      (whole, accent: string, braced?: string, bare?: string) => joined(accent, braced ?? bare ?? '') ?? whole,
    )
    .replace(LETTER, (whole, name: string) => SPECIAL_LETTERS.get(name) ?? whole);
}

function joined(accent: string, letter: string): string | undefined {
  const whole = (letter + (ACCENTS.get(accent) ?? '')).normalize('NFC');
  return [...whole].length === 1 ? whole : undefined;
}
