import { webAddress } from '../domain/web-address.ts';
import type { Note } from './facts.ts';
import { around, attributeOf, find, findAll, isInside, nextTo, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { ORIGIN } from './scholar-address.ts';
import { authorsIn, bylineIn, venueIn } from './scholar-byline.ts';
import { identifierInAddress } from './scholar-link.ts';

// "[BOOK]", "[PDF]" and their like stand before a title without a link, in the language of the user.
const LABELS = /^\s*(?:\[[\p{L}\p{M}]{1,15}\]\s*)+/u;
const VOLUME = / \d{1,4} \([^()]{1,40}\)$| \d{1,3}$/;
const PAGES = /, [a-z]?\d+(?:[-–][a-z]?\d+)?$/i;

/**
 * Reads one result of a search. It shows some of the authors, and an extract that is not kept.
 * @returns the paper; undefined when the row has no title
 */
export function paperFromResult(row: Element, note: Note): Unranked | undefined {
  const heading = find(row, 'h3');
  const link = heading && find(heading, 'a[href]');
  const titled = link ?? (heading && find(heading, '[id]'));
  const href = attributeOf(link, 'href');
  const { authors, areSome, venue, published, arxiv } = bylineIn(textOf(bylineOf(row, heading)));
  if (areSome) note('list-bounded', 'authors');
  return paperFrom(
    {
      identifiers: [identifierInAddress(href), arxiv],
      source: 'digest-card',
      title: titled ? textOf(titled) : textOf(heading).replace(LABELS, ''),
      authors,
      venue,
      published,
      page: webAddress(href, ORIGIN),
      pdf: pdfOf(row),
    },
    note,
  );
}

/**
 * Reads one row of a profile: title, authors and venue stand below each other, the year in the last column.
 * @returns the paper; undefined when the row has no title
 */
export function paperFromWork(row: Element, note: Note): Unranked | undefined {
  const link = workLinkOf(row);
  const names = nextTo(link);
  const { authors, areSome } = authorsIn(textOf(names));
  if (areSome) note('list-bounded', 'authors');
  const year = /^\s*(\d{4})\b/.exec(textOf(findAll(row, 'td').at(-1)))?.[1];
  const { venue, published = year, arxiv } = venueIn(textOf(nextTo(names)).replace(/\s+/g, ' ').trim());
  return paperFrom(
    {
      identifiers: [arxiv],
      source: 'digest-card',
      title: textOf(link),
      authors,
      venue: venue?.replace(PAGES, '').replace(VOLUME, ''),
      published,
      page: webAddress(attributeOf(link, 'href'), ORIGIN),
    },
    note,
  );
}

/** The link of a work's title. */
export function workLinkOf(row: Element): Element | undefined {
  return find(row, 'a[href*="citation_for_view="]') ?? find(row, 'a.gsc_a_at');
}

/** The line with authors and venue stands below the title. */
function bylineOf(row: Element, heading: Element | undefined): Element | undefined {
  return find(row, '.gs_a') ?? nextTo(heading);
}

/** The text beside a result, when it says itself that it is a PDF. */
function pdfOf(row: Element): string | undefined {
  const links = findAll(row, 'a[href]').filter((link) => !isInside(around(link) ?? link, 'h3'));
  return attributeOf(
    links.find((link) => /^\s*\[PDF\]/.test(textOf(link))),
    'href',
  );
}
