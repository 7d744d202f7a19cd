import type { Note } from './facts.ts';
import { around, findAll, textOf } from './page.ts';

const AUTHOR_LINK = 'a[href*="searchtype=author"], a[href*="/au:"]';
const NOT_SHOWN = /\(\d+ additional authors? not shown\)/;
const NO_NAME = /^\s*(?:et al\b|\(?\d+ additional authors)/;

/**
 * The authors of a row: the links that search for an author, or else all the links in the list that `named` selects. Long
 * lists end with "et al. (43 additional authors not shown)", which is noted.
 */
export function authorsIn(row: Element, named: string, note: Note): string[] {
  const marked = findAll(row, AUTHOR_LINK);
  const links = marked.length > 0 ? marked : findAll(row, `${named} a`);
  const names = links.map(textOf).filter((name) => !NO_NAME.test(name));
  if (NOT_SHOWN.test(textOf(around(links[0])))) note('list-bounded', 'authors');
  return names;
}
