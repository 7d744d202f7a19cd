import { identifierFrom } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { type Asked, idInLink, isFrontMatter, ORIGIN, paperAddress, yearOf } from './acl-address.ts';
import { detailsOf, publishedIn } from './acl-details.ts';
import type { Page, Reading } from './adapter.ts';
import type { Note } from './facts.ts';
import { around, attributeOf, find, findAll, isInside, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { type Row, readRows } from './read-rows.ts';

// In a list the title is the one link in bold. The buttons before it lead to files, and an abstract may link to papers.
const TITLES = 'strong a[href], b a[href]';
const VOLUMES = 'h2 a[href*="/volumes/"], h3 a[href*="/volumes/"], h4 a[href*="/volumes/"], h5 a[href*="/volumes/"]';
const ABSTRACTS = '[id^="abstract-"]';

/** A paper in a list, with the volume under whose heading it stands. */
interface AclRow extends Row {
  link: Element;
  id: string;
  abstract: Element | undefined;
  venue: string | undefined;
  published: string;
}

/** Reads a list: of a volume, of the volumes of an event, or of a person. */
export function readList({ document }: Page, asked: Asked & { kind: 'listing' }): Reading {
  const root = find(document, '#main') ?? find(document, 'main') ?? document;
  return readRows(rowsOf(root, asked), paperOf);
}

function rowsOf(root: ParentNode, asked: Asked & { kind: 'listing' }): AclRow[] {
  const abstracts = new Map(findAll(root, ABSTRACTS).map((element) => [abstractName(element.id), element]));
  const dated = asked.of === 'volumes' ? publishedIn(detailsOf(root)) : undefined;
  let venue = asked.of === 'people' ? undefined : shortText(find(root, '#title')) || undefined;
  const rows: AclRow[] = [];
  for (const link of findAll(root, `${TITLES}, ${VOLUMES}`)) {
    const id = idInLink(attributeOf(link, 'href'));
    const isTitle = id !== undefined && !isInside(link, ABSTRACTS);
    const anchor = isTitle ? rowAround(link) : undefined;
    // The front matter bears the name of the volume, as the heading of a volume does.
    if (isTitle && isFrontMatter(id)) venue = shortText(link) || venue;
    else if (!anchor) venue = isInside(link, 'h2, h3, h4, h5') ? shortText(link) || venue : venue;
    else if (id) {
      const abstract = abstracts.get(id.toLowerCase());
      const published = dated?.startsWith(yearOf(id)) ? dated : yearOf(id);
      rows.push({ anchor, link, id, abstract, venue, published, ...(abstract && { all: [anchor, abstract] }) });
    }
  }
  return rows;
}

function paperOf({ anchor, link, id, abstract, venue, published }: AclRow, note: Note): Unranked | undefined {
  const own = find(anchor, 'a[href*="/volumes/"]');
  return paperFrom(
    {
      identifiers: [identifierFrom(`acl:${id}`)],
      source: 'publisher-page',
      title: mathTextOf(link),
      authors: findAll(anchor, 'a[href*="/people/"]').map(textOf),
      abstract: mathTextOf(abstract),
      published,
      venue: own ? textOf(own) : venue,
      page: paperAddress(id),
      pdf: pdfIn(anchor),
    },
    note,
  );
}

/** Slides and supplements may be PDFs too, so it is the one with the button "pdf". */
function pdfIn(anchor: Element): string | undefined {
  const button = findAll(anchor, 'a[href$=".pdf"]').find((link) => /^\s*pdf\b/i.test(textOf(link)));
  return webAddress(attributeOf(button, 'href'), ORIGIN);
}

/** `abstract-2026--acl-long--1` and, in older pages, `abstract-2026.acl-long.1`. */
function abstractName(id: string): string {
  return id.slice('abstract-'.length).replaceAll('--', '.').toLowerCase();
}

/** The paragraph or block around a title, beyond the spans that only set it. */
function rowAround(link: Element): Element | undefined {
  let row = around(around(link));
  while (row && isInside(row, 'span') && around(row)) row = around(row);
  return row;
}

function shortText(element: Element | undefined): string {
  return boundText(textOf(element), LIMITS.short).text;
}
