import { bibtexText } from './bibtex-text.ts';
import { familyOf, type Name, namesOf } from './person-name.ts';

/**
 * The value of an `author` field: `van Beethoven, Ludwig and {Gemini Team, Google}`.
 * The list is written whole: `and others` would claim that a source left somebody out.
 * @returns undefined when there is no name
 */
export function bibtexAuthors(authors: readonly string[]): string | undefined {
  // Braces and dollar signs in a name are damage, and biblatex2xml stumbles over them however they are escaped.
  const names = namesOf(authors.map((author) => author.replace(/[{}$]/g, ' '))).map(bibtexName);
  return names.length > 0 ? names.join(' and ') : undefined;
}

function bibtexName(name: Name): string {
  if ('group' in name) return `{${bibtexText(name.group)}}`;
  return [familyOf(name), name.suffix, name.given]
    .filter((part) => part !== '')
    .map(bibtexText)
    .join(', ');
}
