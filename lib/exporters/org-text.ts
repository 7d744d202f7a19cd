import { foldWhitespace } from '../domain/plain-text.ts';
import { splitMaths } from './bibtex-maths.ts';

// What takes the meaning from a sign: a word joiner beside it, which nobody sees. Org's manual has a zero-width space
// ("Escape Character"), but that is a space to Org and to pandoc, and marks of emphasis act behind a space.
const NOTHING = '\u2060';

// A backslash begins an entity, a macro of TeX or a line break; a bracket a link, a cookie, a date, a footnote or a
// citation; `<` a date, a target or a link; braces a macro or a subscript. The rest are the marks of emphasis, snippets
// of export and code in a line.
const ACTS =
  /\\(?=\S)|\[(?=[[\d%/#]|fn:|cite|\d)|<(?=[<\d%A-Za-z])|\{(?=\{)|[_^](?=[{(*])|@(?=@)|(?:src|call)(?=_)|\b(?:elisp|shell|file|help|info|doi|id|bbdb|irc|rmail|mhe|gnus|docview|attachment|eww|w3m):(?=\S)/gi;

// Emphasis begins behind a space, a bracket, a quotation mark or a dash.
const EMPHASIS = /(?<=^|[\s\-–—('"{])(?=[*/_=~+]\S)/g;

/** A text on one line that Org shows as it is, with word joiners where a sign would act. Maths stays maths. */
export function orgText(text: string): string {
  return splitMaths(foldWhitespace(text))
    .map((piece) => (piece.maths ? `\\(${piece.text}\\)` : plain(piece.text)))
    .join('');
}

/** A text as the title of a headline, behind its keyword and before its tags. */
export function orgHeadline(text: string): string {
  const written = orgText(text)
    .replace(/^(?=(?:COMMENT|TODO|READING|DONE|SKIPPED)\b|\[#)/, NOTHING)
    .replace(/:$/, `:${NOTHING}`);
  return written === '' ? 'Untitled' : written;
}

/** A text as a paragraph. What would begin a headline, a list, a table, a comment or a drawer at its start does not. */
export function orgParagraph(text: string): string {
  return orgText(text).replace(
    /^(?=[*#|:+-]|\d+[.)]|[A-Za-z][.)]|\\begin|%%\(|CLOCK:|CLOSED:|DEADLINE:|SCHEDULED:)/,
    NOTHING,
  );
}

/** A tag of the user as Org allows it: letters, digits, `_`, `@`, `#` and `%`. */
export function orgTag(text: string): string {
  return (text.toWellFormed().match(/[\p{L}\p{N}]+/gu) ?? []).join('_');
}

function plain(text: string): string {
  const beside = (sign: string) => (/[a-z]/i.test(sign) ? sign.replace(/:?$/, `${NOTHING}$&`) : sign + NOTHING);
  const escaped = text.replace(ACTS, beside).replace(EMPHASIS, NOTHING);
  // A dollar sign may be taken for the begin of maths that ends at the next one, for pandoc even one in the next paragraph
  // or beyond a headline. It takes a brace behind the entity for one more argument.
  return escaped.replace(/\$(?=\{)/g, `$&${NOTHING}`).replace(/\$/g, '\\dollar{}');
}
