import { identifierFrom } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Page, Reading } from './adapter.ts';
import type { Note } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { askedBy, forumAddress, noteInLink, noteInPdfLink, ORIGIN } from './openreview-address.ts';
import { authorsIn, hrefsIn, metaFrom, textsOf } from './openreview-note.ts';
import { around, attributeOf, childrenOf, find, findAll, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { type Row, readRows } from './read-rows.ts';

const FORUM_LINK = 'a[href*="/forum?"]';
const PERSON = 'a[href*="/profile?"], a[href^="https://dblp.org/"]';
const NOTHING = /^(?:No (?:results|submissions|papers|groups|items|notes)\b|There are no\b)/i;

/** A note in a list: its heading holds the link to its forum. */
interface NoteRow extends Row {
  heading: Element;
  link: Element;
  id: string;
}

/**
 * Reads the notes of a list. Those that are replies to a paper, as a search finds too, are passed over; a note that
 * stands in several tabs of a venue counts once, hidden tabs included.
 */
export function readList({ document }: Page): Reading {
  const root = find(document, 'main') ?? document;
  const headings = findAll(root, 'h1, h2, h3, h4, h5, h6');
  const byId = new Map<string, NoteRow>();
  for (const row of headings.flatMap((heading) => rowOf(heading) ?? [])) if (!byId.has(row.id)) byId.set(row.id, row);
  const rows = [...byId.values()];
  const reading = readRows(rows, paperOf);
  if (rows.length === 0 && saysNothing(root, headings)) reading.isEmpty = true;
  return reading;
}

function rowOf(heading: Element): NoteRow | undefined {
  const link = find(heading, FORUM_LINK);
  const id = noteInLink(attributeOf(link, 'href'));
  const anchor = around(heading);
  return link && id && anchor ? { anchor, heading, link, id } : undefined;
}

function paperOf({ anchor, heading, link, id }: NoteRow, note: Note): Unranked | undefined {
  const { elsewhere, ...texts } = textsOf(anchor);
  const links = [...hrefsIn(heading), ...elsewhere];
  const pdf = links.find((href) => noteInPdfLink(href) === id && noteInLink(href) === undefined);
  return paperFrom(
    {
      identifiers: [identifierFrom(`openreview:${id}`), ...links.map(linkedIdentifier)],
      source: 'publisher-page',
      title: mathTextOf(link),
      authors: authorsIn(authorBox(anchor, heading), note),
      ...texts,
      ...metaFrom(metaItems(anchor)),
      page: forumAddress(id),
      pdf: webAddress(pdf, ORIGIN),
    },
    note,
  );
}

function authorBox(anchor: Element, heading: Element): Element | undefined {
  const named = find(anchor, '.note-authors');
  return named ?? childrenOf(anchor).find((child) => child !== heading && find(child, PERSON));
}

function metaItems(anchor: Element): Element[] {
  return childrenOf(find(anchor, '.note-meta-info') ?? find(anchor, ':scope > ul'));
}

/** The page says that nothing was found, or shows a list of venues or of replies in place of papers. */
function saysNothing(root: ParentNode, headings: readonly Element[]): boolean {
  const said = findAll(root, 'p').some((line) => NOTHING.test(boundText(textOf(line), 200).text));
  const replies = headings.some((heading) => find(heading, FORUM_LINK));
  const groups = findAll(root, 'li > a[href^="/group?id="]').some((link) => {
    const url = URL.parse(attributeOf(link, 'href') ?? '', ORIGIN);
    return url !== null && askedBy(url) !== undefined;
  });
  return said || replies || groups;
}
