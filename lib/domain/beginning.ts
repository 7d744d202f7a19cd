import { foldWhitespace } from './plain-text.ts';
import { readableTex } from './readable-tex.ts';

/** About two lines. */
const MOST_CHARACTERS = 180;

/** The first words of a text, with an ellipsis where there are more; TeX is made readable. */
export function beginning(text: string): string {
  const whole = readableTex(foldWhitespace(text));
  if (whole.length <= MOST_CHARACTERS) return whole;
  const cut = whole.slice(0, MOST_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  // A script without spaces is cut anywhere but in the middle of a character.
  const kept = space > MOST_CHARACTERS / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
