import { webAddress } from './web-address.ts';

/** A stretch of text; with `href`, an address (http or https, normalised) that may be opened. */
export interface TextPart {
  text: string;
  href?: string;
}

// An address with what TeX sets around it. Brackets, quotes, backslashes and full-width punctuation end an address, save
// for `\_` and its like, which TeX authors write inside one.
const ADDRESS =
  /(\\?\b(?:url|href)\s*\{\s*)?https?:\/\/(?:[^\s<>"“”{}|\\^`\p{Cc}，。；：！？、（）「」『』《》]|\\[_#%&~])+/giu;
const CLOSES_WRAPPER = /^[.,;:\s]{0,5}\}/;
// Hugging Face prints \href{address}{label} as "address{label}".
const LABEL = /^\{([^{}]{0,300})\}/;

/**
 * Finds the addresses in an abstract. A closing full stop, comma or bracket is text, not address. `\url{…}` and a label
 * that only repeats the address (`https://x.org{https://x.org}`) are shown once; any other label follows in brackets,
 * and never hides the address.
 * @returns parts that make up the text to show, in order; an empty text has none
 */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index < end) continue; // inside a label that has been dealt with
    const wrapper = match[1] ?? '';
    const written = withoutClosing(match[0].slice(wrapper.length));
    const shown = written.replace(/\\(.)/g, '$1');
    const href = webAddress(shown);
    if (!href || !hasDottedHost(href)) continue;
    pushText(parts, text.slice(end, match.index));
    parts.push({ text: shown, href });
    end = match.index + wrapper.length + written.length;
    if (wrapper) end += CLOSES_WRAPPER.exec(text.slice(end, end + 10))?.[0].length ?? 0;
    const label = LABEL.exec(text.slice(end, end + 310));
    if (!label) continue;
    if (!looksLikeAddress(label[1] ?? '')) pushText(parts, ` (${label[1]?.trim()})`);
    end += label[0].length;
  }
  pushText(parts, text.slice(end));
  return parts;
}

function pushText(parts: TextPart[], text: string): void {
  const last = parts.at(-1);
  if (last && last.href === undefined) last.text += text;
  else if (text !== '') parts.push({ text });
}

/** Drops the punctuation of the sentence; a closing bracket stays when it was opened inside the address. */
function withoutClosing(address: string): string {
  let unopened = 0;
  for (const character of address) {
    if (character === '(' || character === '[') unopened -= 1;
    if (character === ')' || character === ']') unopened += 1;
  }
  let length = address.length;
  for (; length > 0; length -= 1) {
    const last = address.charAt(length - 1);
    if (last === ')' || last === ']') {
      if (unopened <= 0) break;
      unopened -= 1;
    } else if (!/[.,;:!?'’»*~…$_\\]/.test(last)) break;
  }
  return address.slice(0, length);
}

function hasDottedHost(href: string): boolean {
  return /^https?:\/\/[^/?#]*[^./?#]\.[^./?#]/.test(href);
}

function looksLikeAddress(label: string): boolean {
  const word = label.trim();
  return word === '' || (!/\s/.test(word) && /[^.]\.[^.]/.test(word));
}
