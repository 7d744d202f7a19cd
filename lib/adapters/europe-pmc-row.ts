import { doiIdentifier, type Identifier, identifierFrom } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { pmidOf, recordAddress, recordIn } from './europe-pmc-address.ts';
import type { Note } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { around, attributeOf, find, findAll, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { withoutFinalDot } from './pubmed-citation.ts';
import { dateIn } from './shown-date.ts';

/** Links by which the site names an author: a search for the name, or the page of an ORCID. */
export const AUTHOR_LINKS = 'a[href*="query=AUTH"], a[href*="query=(AUTH"], a[href*="/authors/"]';

const MORE_AUTHORS = /…|\.{3}|\bet al\b|\+ ?\d+ (?:more|authors?)/i;

/** The link of a row's title; undefined when the row leads to no record. */
export function titleLinkOf(row: Element): Element | undefined {
  const links = findAll(row, 'h3 a[href], h2 a[href], .citation-title a[href]');
  return links.find((link) => recordIn(attributeOf(link, 'href')) !== undefined);
}

/**
 * Reads one row of a search. It shows no DOI most times, and an extract instead of an abstract.
 * @returns the paper; undefined when the row has no title
 */
export function paperFromRow(row: Element, note: Note): Unranked | undefined {
  const link = titleLinkOf(row);
  const record = recordIn(attributeOf(link, 'href'));
  if (!link || !record) return undefined;
  const date = find(row, '[id^="citation--id--pub-date"]');
  return paperFrom(
    {
      identifiers: [doiIn(row), pmidOf(record), shownPmid(row)],
      source: 'publisher-page',
      title: withoutFinalDot(textOf(link)),
      authors: authorsIn(row, note),
      published: dateIn(textOf(date)),
      venue: venueIn(row, date),
      page: recordAddress(record),
    },
    note,
  );
}

/** The DOI to which a part of the page links, or that stands behind its label. */
export function doiIn(part: Element): Identifier | undefined {
  const links = findAll(part, 'a[href*="doi.org/10."]').map((link) => linkedIdentifier(attributeOf(link, 'href')));
  const label = boundText(textOf(find(part, '[id*="--doi"]')), LIMITS.short).text;
  return links.find((doi) => doi !== undefined) ?? doiIdentifier(/\b10\.\d{4,9}\/\S+/.exec(label)?.[0] ?? '');
}

/** The venue of a record: a link to all of its journal, or the words with which preprints begin. */
export function venueIn(part: Element, date: Element | undefined): string | undefined {
  const journal = textOf(find(part, 'a[href*="JOURNAL"]')).trim();
  if (journal) return journal;
  const line = boundText(textOf(around(date)), LIMITS.short).text;
  return /^Preprint from ([^,]{1,100}),/i.exec(line)?.[1];
}

function authorsIn(row: Element, note: Note): string[] {
  const list = find(row, '.citation-author-list') ?? around(find(row, AUTHOR_LINKS));
  if (!list) return [];
  const text = boundText(textOf(list), LIMITS.allAuthors).text;
  const linked = findAll(list, AUTHOR_LINKS).map((link) => textOf(link).trim());
  const isShortened = MORE_AUTHORS.test(text);
  if (isShortened) note('list-bounded', 'authors');
  const names = linked.length > 0 ? linked : text.replace(/\.$/, '').split(/,\s+/);
  return names.filter((name) => !MORE_AUTHORS.test(name));
}

function shownPmid(row: Element): Identifier | undefined {
  const text = boundText(textOf(find(row, '[id^="citation--id--pmid"]')), LIMITS.short).text;
  return identifierFrom(`pmid:${/\bPMID: ?(\d{1,9})$/.exec(text)?.[1] ?? ''}`);
}
