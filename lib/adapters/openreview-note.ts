import { boundText, LIMITS } from '../domain/plain-text.ts';
import type { Note } from './facts.ts';
import { around, attributeOf, childrenOf, find, findAll, isInside, isLeaf, mathTextOf, textOf } from './page.ts';
import { dateIn } from './shown-date.ts';

const MORE = /^et al\. \(\d+ additional authors? not shown\)$/;
// "(hide authors)" and "(privately revealed to you)" are no names, and where authors are hidden stands the name of a
// group in their place, such as "ICLR 2026 Conference Submission12 Authors".
const NO_NAME = /^\(|^anonymous\b|\bauthors$/i;

/** What a note says of its paper besides title and authors. */
export interface NoteTexts {
  /** The authors' own: a "TL;DR" is another field. */
  abstract?: string | undefined;
  keywords?: string[] | undefined;
  code?: string | undefined;
  /** Where else the paper stands, by its external ids. */
  elsewhere: string[];
}

/** Date and venue as they stand below a note's authors. */
export interface NoteMeta {
  published?: string | undefined;
  venue?: string | undefined;
}

/** Reads the fields of a note, such as "Abstract:". `foreign` is a selector of what lies in it and is not its own. */
export function textsOf(note: Element, foreign?: string): NoteTexts {
  const fields = fieldsOf(note, foreign);
  const keywords = fields.get('keywords');
  const abstract = fields.get('abstract');
  const code = fields.get('code') ?? fields.get('code url');
  return {
    abstract: abstract && mathTextOf(abstract),
    keywords: keywords && textOf(keywords).split(/[,;]/),
    code: attributeOf(code && find(code, 'a[href^="https://github.com/"]'), 'href'),
    elsewhere: hrefsIn(around(fields.get('external ids'))),
  };
}

/**
 * Names in the order of the page. More than twenty are folded away behind "et al.", which is noted; hidden authors of a
 * paper under review are left out.
 * @param box the element that holds the names and nothing else but, perhaps, their institutions
 */
export function authorsIn(box: Element | undefined, note: Note): string[] {
  const names: string[] = [];
  for (const item of itemsOf(box)) {
    const name = shortText(nameOf(item));
    if (MORE.test(name)) note('list-bounded', 'authors');
    else if (!NO_NAME.test(name)) names.push(name);
  }
  return names;
}

/** Reads `16 Sept 2025 (modified: 11 Feb 2026)`, `ICLR 2026 Poster`, `Readers: Everyone`, of which any may be missing. */
export function metaFrom(items: readonly Element[]): NoteMeta {
  const texts = items.map((item) => shortText(textOf(item))).filter(Boolean);
  const published = dateIn(texts[0]?.replace(/^Published: /, ''));
  const venue = texts[published ? 1 : 0];
  return { published, venue: venue && !/^Readers:|^\d+ Repl(?:y|ies)$/.test(venue) ? venue : undefined };
}

/** Where the links of an element lead. */
export function hrefsIn(element: Element | undefined): string[] {
  if (!element) return [];
  return findAll(element, 'a[href]').flatMap((link) => attributeOf(link, 'href') ?? []);
}

/** The value of each field by the field's name in lower case. */
function fieldsOf(note: Element, foreign: string | undefined): Map<string, Element> {
  const named = findAll(note, 'strong.note-content-field');
  const fields = new Map<string, Element>();
  for (const label of named.length > 0 ? named : findAll(note, 'strong')) {
    if (foreign && isInside(label, foreign)) continue;
    const name = /^([^:]{1,80}):$/.exec(shortText(textOf(label)))?.[1]?.toLowerCase();
    // An icon may stand between the name and the value.
    const value = childrenOf(around(label)).at(-1);
    if (name && value && value !== label && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

/** The names lie one by one in a list, and that may lie in a heading. */
function itemsOf(box: Element | undefined): Element[] {
  let items = partsOf(box);
  while (items.length === 1 && items[0] && !isLeaf(items[0]) && !isInside(items[0], 'a')) items = partsOf(items[0]);
  return items;
}

/** Institutions stand in a `div` below the names, and their numbers behind each name. */
function partsOf(element: Element | undefined): Element[] {
  return element ? findAll(element, ':scope > :not(div, sup)') : [];
}

/** A name may be followed by the numbers of its institutions. */
function nameOf(item: Element): string {
  return textOf(isInside(item, 'a') || isLeaf(item) ? item : childrenOf(item)[0]);
}

/** A short text, folded: a hostile page may have a megabyte where a name should be. */
function shortText(text: string): string {
  return boundText(text, LIMITS.short).text;
}
