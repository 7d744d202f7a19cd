import { arxivIdentifier } from '../domain/identifier.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Note } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { around, attributeOf, childrenOf, find, findAll, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { identifierOf, idFrom, paperAddress } from './papers-cool-address.ts';
import type { Row } from './read-rows.ts';
import { dateIn } from './shown-date.ts';

const TITLE_ID = 'title-'; // `title-2503.01234`; authors, summary, subjects, date and pdf are marked in the same way

/** One paper of a list: its panel, the link with its title, and its id on the site. */
export interface Panel extends Row {
  id: string | undefined;
  title: Element;
}

/** The papers of a page, in its order. */
export function panelsOf(document: Document): Panel[] {
  return titlesOf(document).map((title) => {
    const name = attributeOf(title, 'id')?.slice(TITLE_ID.length);
    const anchor = panelAround(title, name);
    return { anchor, title, id: idFrom(name ?? attributeOf(anchor, 'id') ?? '') ?? idInLink(title) };
  });
}

function titlesOf(document: Document): Element[] {
  const marked = findAll(document, `a[id^="${TITLE_ID}"]`);
  if (marked.length > 0) return marked;
  const named = findAll(document, 'a.title-link');
  if (named.length > 0) return named;
  return findAll(document, 'h2 a[href]').filter((link) => idInLink(link) !== undefined && !find(link, 'span'));
}

/** Reads one paper. The number before the title and the counts behind it are not part of it. */
export function paperFromPanel({ anchor, id, title }: Panel, note: Note): Unranked | undefined {
  const pdf = attributeOf(find(anchor, '[id^="pdf-"][data]') ?? find(anchor, 'a[data]'), 'data');
  // The number before the title leads to where the paper is at home.
  const links = childrenOf(around(title)).map((link) => attributeOf(link, 'href'));
  const isOnArxiv = id !== undefined && arxivIdentifier(id) !== undefined;
  return paperFrom(
    {
      identifiers: [id === undefined ? undefined : identifierOf(id), ...links.map(linkedIdentifier)],
      source: 'digest-card',
      title: mathTextOf(title),
      authors: authorsIn(part(anchor, 'authors')),
      abstract: abstractIn(part(anchor, 'summary')),
      published: dateIn(/\d{4}-\d{2}-\d{2}/.exec(textOf(part(anchor, 'date')))?.[0]),
      venue: isOnArxiv ? undefined : venueIn(part(anchor, 'subjects')),
      page: id === undefined ? undefined : paperAddress(id),
      pdf: isOnArxiv ? undefined : webAddress(pdf, 'https://papers.cool/'),
    },
    note,
  );
}

/** The smallest element that is marked with the paper's id, or the one around the heading. */
function panelAround(title: Element, name: string | undefined): Element {
  for (let element = around(title); element; element = around(element)) {
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/);
    if ((name && attributeOf(element, 'id') === name) || classes.includes('paper')) return element;
  }
  return around(around(title)) ?? title;
}

function part(panel: Element, name: string): Element | undefined {
  return find(panel, `[id^="${name}-"]`) ?? find(panel, `p.${name}`);
}

function idInLink(title: Element): string | undefined {
  return idFrom(/\/(?:arxiv|venue)\/([^?#]+)/.exec(attributeOf(title, 'href') ?? '')?.[1] ?? '');
}

/** The names, which are links, or stand behind a label, joined by commas. */
function authorsIn(row: Element | undefined): string[] {
  if (!row) return [];
  const links = findAll(row, 'a').map((link) => textOf(link));
  if (links.length > 0) return links;
  return textOf(row)
    .replace(/^\s*Authors?\s*:/i, '')
    .split(',');
}

function abstractIn(summary: Element | undefined): string | undefined {
  const text = summary && mathTextOf(summary);
  return text && !/^\s*(?:No abstract available\.?|N\/A)\s*$/i.test(text) ? text : undefined;
}

/** The venue with its track, as in `ICML.2025 - Oral`. */
function venueIn(subjects: Element | undefined): string | undefined {
  return subjects && textOf(find(subjects, 'a'));
}
