import { foldWhitespace } from '../domain/plain-text.ts';

const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/i;

/**
 * A name given name first, as pages spell it: `Lovelace, Ada` is `Ada Lovelace`, `Tolkien, Jr., J. R. R.` and
 * `Tolkien, J. R. R., Jr.` are `J. R. R. Tolkien Jr.`.
 */
export function personName(text: string): string {
  const parts = foldWhitespace(text.slice(0, 1_000))
    .split(/\s*,\s*/)
    .filter(Boolean);
  const [family = '', ...rest] = parts;
  if (rest.length === 0) return family;
  const place = rest.findIndex((part) => SUFFIX.test(part));
  const suffix = place >= 0 ? rest.splice(place, 1) : [];
  return [...rest, family, ...suffix].join(' ');
}
