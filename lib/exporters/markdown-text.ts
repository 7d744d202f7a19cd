import { foldWhitespace } from '../domain/plain-text.ts';

// CommonMark 0.31 section 2.4: a backslash before any ASCII punctuation stands for that character. `&` begins an entity,
// `{ } ~ ^ $ =` mean something to GitHub, pandoc or Obsidian, and `@` and `://` make GitHub write a link of its own.
const SPECIAL = /[\\`*_[\]{}()#<>!|~&$^@]|=(?==)|%(?=%)|:(?=\/\/)|\.(?<=\bwww\.)/gi;
const ENTITY = /&(?=#?\w+;)/g;
const NOT_IN_ADDRESS = /[\\`<>|\s]/g;

/** A text that any Markdown program shows as it is: no mark-up, picture, link or HTML can begin in it. */
export function markdownText(text: string): string {
  return foldWhitespace(text).replace(SPECIAL, '\\$&');
}

/** A text as a paragraph of its own: no list, heading or line can begin at its start either. */
export function markdownParagraph(text: string): string {
  return markdownText(text).replace(/^(?=[-+])|^(\d{1,9})(?=[.)])/, '$1\\');
}

/** An address as the target of a link. `href` is a normalised http or https address. */
export function markdownAddress(href: string): string {
  const safe = href.replace(NOT_IN_ADDRESS, encodeURIComponent).replace(ENTITY, '&amp;');
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}
