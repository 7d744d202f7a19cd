import type { Identifier } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { bareDoi, doiInPath, paperAddress, serverAt } from './biorxiv-address.ts';
import type { Note } from './facts.ts';
import { attributeOf, find, findAll, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { dateIn } from './shown-date.ts';

/** The authors of a row or a page. An author may hold a link to an ORCID, and marks of affiliations. */
export const AUTHOR = '.highwire-citation-author, [data-delta]';

const NOT_NAME = 'a[href*="orcid.org"], sup, .nlm-sup, .element-invisible';

/** The link of a row's title; undefined when no link of the row leads to a paper. */
export function titleLinkOf(row: Element): Element | undefined {
  const links = findAll(row, 'a[href*="/content/"]').filter((link) => textOf(link).trim() !== '');
  return links.find((link) => pathOf(link) !== undefined);
}

/**
 * Reads one row of a list or a search.
 * @param host the host of the page; a search on one server may show papers of the other
 * @returns the paper; undefined when the row has no title
 */
export function paperFromRow(row: Element, host: string, note: Note): Unranked | undefined {
  const link = titleLinkOf(row) ?? find(row, '.highwire-cite-title');
  if (!link) return undefined;
  const doi = shownDoi(row) ?? linkedDoi(link);
  const own = hostOf(link) ?? host;
  return paperFrom(
    {
      identifiers: [doi],
      source: 'publisher-page',
      title: mathTextOf(link),
      authors: authorsIn(row),
      published: postedOn(row, link),
      venue: serverAt(own),
      page: doi && paperAddress(own, doi),
    },
    note,
  );
}

/** The names of the authors in a part of the page, in order. */
export function authorsIn(part: Element): string[] {
  return findAll(part, AUTHOR)
    .filter((author) => !find(author, AUTHOR))
    .map(nameOf);
}

function nameOf(author: Element): string {
  const surname = find(author, '.nlm-surname');
  const parts = [find(author, '.nlm-given-names'), surname, find(author, '.nlm-suffix')];
  if (surname) return parts.map(textOf).join(' ');
  const marks = findAll(author, NOT_NAME).map((mark) => textOf(mark));
  return marks.reduce((name, mark) => (mark ? name.replace(mark, ' ') : name), textOf(author));
}

/** The DOI that the row shows: `doi: https://doi.org/10.1101/2026.05.01.700001`. */
function shownDoi(row: Element): Identifier | undefined {
  const line = find(row, '.highwire-cite-metadata-doi') ?? find(row, '.highwire-cite-metadata') ?? row;
  const text = boundText(textOf(line), LIMITS.abstract).text;
  return bareDoi(/\bdoi\.org\/(10\.\d{4,9}\/[\w.]+)/.exec(text)?.[1]?.replace(/\.$/, '') ?? '');
}

function linkedDoi(link: Element): Identifier | undefined {
  return doiInPath(pathOf(link) ?? '');
}

/** The day on which this version was posted stands in the name of its record: `/biorxiv/early/2026/05/04/…`. */
function postedOn(row: Element, link: Element): string | undefined {
  const own = attributeOf(row, 'data-apath') ?? attributeOf(find(row, '[data-apath]'), 'data-apath');
  const path = own ?? attributeOf(link, 'href') ?? '';
  return dateIn(/\/early\/(\d{4}\/\d\d\/\d\d)\//.exec(path)?.[1]);
}

function pathOf(link: Element): string | undefined {
  const path = urlOf(link)?.pathname;
  return path && doiInPath(path) ? path : undefined;
}

function hostOf(link: Element): string | undefined {
  const host = urlOf(link)?.hostname.replace(/^(?:www\.)?/, 'www.');
  return host === 'www.biorxiv.org' || host === 'www.medrxiv.org' ? host : undefined;
}

/** Links within the server are relative, and those to the other one absolute. */
function urlOf(link: Element): URL | undefined {
  return URL.parse(attributeOf(link, 'href') ?? '', 'https://relative.invalid') ?? undefined;
}
