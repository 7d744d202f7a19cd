import type { DigestRef } from '../domain/digest.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { askedBy, digestFor } from './europe-pmc-address.ts';
import { foundOnPage, titleOf } from './europe-pmc-article.ts';
import { paperFromRow, titleLinkOf } from './europe-pmc-row.ts';
import { find, findAll, textOf } from './page.ts';
import { paperFrom } from './paper-from.ts';
import { withoutFinalDot } from './pubmed-citation.ts';
import { type Row, readRows, rowsOf } from './read-rows.ts';

const ROW = '[id^="search-results--single--block-"], .citation';
const EMPTY = /no (?:results|matches|articles|publications)\b.{0,20}\bfound|did not match any/i;
const ERROR = /^(?:[45]\d\d|(?:[45]\d\d\W{1,3})?(?:error|(?:page |article )?not found))[.!]?$/i;

/** Europe PMC: results of a search, and the page of one article or preprint. */
export const europepmc: SiteAdapter = {
  ...SITES.europepmc,
  testPages: [
    'https://europepmc.org/search?query=slow%20rivers',
    'https://europepmc.org/article/MED/40000001',
    'https://europepmc.org/article/PPR/PPR900001',
    'https://europepmc.org/abstract/MED/40000001',
  ],
  recognise,
  read,
  expects: ({ kind }) => (kind === 'paper' ? [] : ['authors']),
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked || asked.kind === 'search') return asked && digestFor(asked);
  const title = boundText(withoutFinalDot(textOf(titleOf(document))), LIMITS.title).text;
  if (ERROR.test(title)) return undefined;
  return { ...digestFor(asked), ...(title && { title }) };
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  if (asked?.kind !== 'paper') return readList(page);
  const found = foundOnPage(page, asked);
  if (!found.title) return { papers: [], problems: [], anchors: new Map() };
  const anchor = titleOf(page.document) ?? page.document.body;
  return readRows<Row>([{ anchor }], (_row, note) => paperFrom(found, note));
}

function readList({ document }: Page): Reading {
  const blocks = findAll(document, ROW);
  // Without their own marks the rows are still the items of a list that have a title.
  const elements = blocks.length > 0 ? blocks : findAll(document, 'li').filter((item) => titleLinkOf(item));
  const reading = readRows(rowsOf(elements, ROW), ({ anchor }, note) => paperFromRow(anchor, note));
  const isEmpty = elements.length === 0 && EMPTY.test(textOf(find(document, 'main') ?? document.body));
  return isEmpty ? { ...reading, isEmpty } : reading;
}
