import { identifierFrom } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Page, Reading } from './adapter.ts';
import type { Note } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { around, attributeOf, find, findAll, isLeaf, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { type Row, readRows, rowsOf } from './read-rows.ts';
import { idInLink, ORIGIN, paperAddress } from './semantic-scholar-address.ts';
import { dateIn } from './shown-date.ts';
import { withoutMarkup } from './without-markup.ts';

const ROWS = '[data-paper-id], .cl-paper-row';
const TITLE_LINK = 'a[data-test-id="title-link"]';
const AUTHORS = '[data-test-id="author-list"]';
const AUTHOR_LINK = 'a[href*="/author/"]';
const EXTERNAL = 'a[href^="http"]';
const MORE = /^\+ ?\d+ (?:more )?authors?$/;
const NOTHING =
  /^(?:no (?:results|papers|publications)\b|(?:your search|we).{0,300}\b(?:not match|not find|no results)\b)/i;

/** A paper in a list, and the link around its title. */
interface PaperRow extends Row {
  link: Element;
}

/**
 * Reads the rows of a search or of an author's page. What a row shows of the text is a machine's summary or an extract,
 * so no row has an abstract.
 */
export function readList({ document }: Page): Reading {
  const root = find(document, '[data-test-id="results"]') ?? find(document, 'main') ?? document;
  const rows = paperRows(root);
  const reading = readRows(rows, paperOf);
  if (rows.length === 0 && saysNothing(document)) reading.isEmpty = true;
  return reading;
}

/**
 * Reads the names that an element shows, in the order of the page. "+6 authors" is a button between names, which is noted:
 * those behind it are missing.
 * @param root a row, or what lies around the title of a paper's page
 */
export function authorsIn(root: Element | undefined, note: Note): string[] {
  if (!root) return [];
  const buttons = findAll(root, `${AUTHORS} button, button${AUTHORS}`);
  if (buttons.some((button) => MORE.test(shortText(button)))) note('list-bounded', 'authors');
  const items = findAll(root, AUTHORS).filter((item) => !find(item, AUTHORS));
  if (items.length === 0) return findAll(root, AUTHOR_LINK).map(textOf);
  return items.flatMap((item) => {
    const links = findAll(item, AUTHOR_LINK);
    if (links.length > 0 || find(item, 'button')) return links.map(textOf);
    return [shortText(item).replace(/,$/, '')]; // a name without a page of its own
  });
}

/** The whole name of a venue: what is shown is cut after some forty characters, and a link to the venue holds all of it. */
export function venueIn(root: ParentNode): string | undefined {
  const href = attributeOf(find(root, 'a[href*="/venue?"]'), 'href');
  const linked = href && URL.parse(href, ORIGIN)?.searchParams.get('name');
  if (linked) return linked;
  const named = find(root, '[data-test-id="venue-metadata"], .cl-paper-venue');
  const shown = named ? withoutMarkup(shortText(named)) : '';
  return shown.endsWith('…') ? undefined : shown;
}

/** Where links out of the site lead, the paper's own first: those beside it lead to copies. */
export function linksOut(root: ParentNode): string[] {
  const own = findAll(root, 'a[data-test-id="paper-link"]');
  return [...own, ...findAll(root, EXTERNAL)].flatMap((link) => attributeOf(link, 'href') ?? []);
}

/** The first PDF among links out of the site that has no identifier of its own. */
export function pdfAmong(links: readonly string[]): string | undefined {
  const pdf = links.map((link) => URL.parse(link)).find((url) => url?.pathname.toLowerCase().endsWith('.pdf'));
  return pdf && !linkedIdentifier(pdf.href) ? webAddress(pdf.href) : undefined;
}

function paperRows(root: ParentNode): PaperRow[] {
  const named = rowsOf(findAll(root, ROWS), ROWS).map(({ anchor }) => anchor);
  const anchors = named.length > 0 ? named : findAll(root, TITLE_LINK).flatMap((link) => around(link) ?? []);
  return anchors.flatMap((anchor) => {
    const link = titleLink(anchor);
    return link ? [{ anchor, link }] : [];
  });
}

function paperOf({ anchor, link }: PaperRow, note: Note): Unranked | undefined {
  const id = idInLink(attributeOf(link, 'href')) ?? attributeOf(anchor, 'data-paper-id');
  const own = id && identifierFrom(`s2:${id}`);
  const links = linksOut(anchor);
  return paperFrom(
    {
      identifiers: [own || undefined, ...links.map(linkedIdentifier)],
      source: 'digest-card',
      title: mathTextOf(find(link, 'h2, h3, .cl-paper-title') ?? link),
      authors: authorsIn(anchor, note),
      published: dateOf(anchor),
      venue: venueIn(anchor),
      page: own && id ? paperAddress(id) : undefined,
      pdf: pdfAmong(links),
    },
    note,
  );
}

/** The link around the title; the number of citations links to the same paper. */
function titleLink(row: Element): Element | undefined {
  const links = findAll(row, 'a[href*="/paper/"]').filter((link) => idInLink(attributeOf(link, 'href')));
  const titled = links.find((link) => find(link, 'h2, h3, .cl-paper-title'));
  return titled ?? find(row, TITLE_LINK);
}

function dateOf(row: Element): string | undefined {
  const named = find(row, '.cl-paper-pubdates');
  if (named) return dateIn(textOf(named));
  const leaves = findAll(row, 'ul span, ul li').filter(isLeaf);
  return leaves.map((leaf) => wholeDate(shortText(leaf))).find((date) => date !== undefined);
}

/** A date with nothing behind it: a number of citations may look like a year. */
function wholeDate(text: string): string | undefined {
  return /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(text) ? dateIn(text) : undefined;
}

function saysNothing(document: Document): boolean {
  const lines = findAll(document, 'main h1, main h2, main h3, main p, main span, [data-test-id^="no-"]');
  return lines.some((line) => NOTHING.test(shortText(line)));
}

/** A short text, folded: a hostile page may have a megabyte where a name should be. */
function shortText(element: Element): string {
  return boundText(textOf(element), LIMITS.short).text;
}
