import { foldWhitespace } from '../domain/plain-text.ts';

const SPECIAL: ReadonlyMap<string, string> = new Map(
  Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }),
);

/** A text as it stands between tags or in a quoted attribute of HTML and XML: no mark-up can begin in it. */
export function markupText(text: string): string {
  return foldWhitespace(text).replace(/[&<>"']/g, (sign) => SPECIAL.get(sign) ?? sign);
}
