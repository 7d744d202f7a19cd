import { boundText, LIMITS } from '../domain/plain-text.ts';
import type { Note } from './facts.ts';
import { around, attributeOf, childrenOf, find, findAll, isInside, isLeaf, nextTo, textOf } from './page.ts';

const MORE = /^(?:\+ ?\d+(?: more| authors?)*|et al\.?|…|\.\.\.)$/i;
const NAMES = /^\p{L}[\p{L}\p{M}.,'’\- ]+$/u;

/**
 * The authors in the row of a card's date: one element each, or one with all, joined by commas. Organisations may stand
 * in the same row, and are left out where they can be told apart: by a link, a picture, or as a block of another style.
 * @param link what no row of authors holds: where the date's parent does, the authors are looked for in what follows
 */
export function authorsBeside(date: Element, link: string, note: Note): string[] {
  const parent = around(date);
  const row = parent && find(parent, link) ? nextTo(date) : parent;
  if (!row || find(row, link)) return [];
  const items = findAll(row, '*').filter(
    (element) => element !== date && isInnermost(element) && !isInside(element, 'p'),
  );
  return namesIn(items.length > 0 || row === parent ? items : [row], note);
}

/** The authors of a card without a row of date and authors, by the style that they have on it. */
export function authorsStyled(card: Element, note: Note): string[] {
  const items = findAll(card, 'div[class*="font-normal"], span[class*="text-subtext"]');
  return namesIn(
    items.filter((element) => isLeaf(element) && !isInside(element, 'p, a, button') && NAMES.test(text(element))),
    note,
  );
}

function namesIn(items: readonly Element[], note: Note): string[] {
  const shown = items.filter((element) => !MORE.test(text(element)));
  if (shown.length < items.length) note('list-bounded', 'authors');
  const people = peopleAmong(shown).map(text);
  const [only = '', ...others] = people;
  const names = others.length === 0 ? only.split(/,(?! *(?:Jr|Sr|II|III|IV)\b)/) : people;
  return names.map((name) => name.replace(/^[\s·•,]+|[\s·•,]+$/g, '')).filter((name) => /\p{L}/u.test(name));
}

function peopleAmong(items: readonly Element[]): Element[] {
  const own = items.filter((element) => !isInside(element, 'a[href*="organization"]'));
  const unlinked = without(own, (element) => isInside(element, 'a[href]'));
  return withoutLastBlock(without(unlinked, hasPicture));
}

/** Those that are not apart, unless all are: then it tells nothing. */
function without(items: readonly Element[], isApart: (element: Element) => boolean): readonly Element[] {
  const rest = items.filter((element) => !isApart(element));
  return rest.length > 0 ? rest : items;
}

function hasPicture(element: Element): boolean {
  const parent = around(element);
  return [find(element, 'img, svg'), parent && find(parent, ':scope > img, :scope > svg')].some(Boolean);
}

/** The items up to where the style changes for good. */
function withoutLastBlock(items: readonly Element[]): Element[] {
  const styles = items.map((element) => attributeOf(element, 'class') ?? '');
  const end = styles.lastIndexOf(styles[0] ?? '') + 1;
  const isOneBlock = styles.slice(0, end).every((style) => style === styles[0]);
  return isOneBlock ? items.slice(0, end) : [...items];
}

/** Whether the text of an element is its own: nothing inside it has any. */
function isInnermost(element: Element): boolean {
  return hasText(element) && !childrenOf(element).some(hasText);
}

function hasText(element: Element): boolean {
  return /\S/.test(textOf(element));
}

function text(element: Element): string {
  return boundText(textOf(element), LIMITS.short).text;
}
