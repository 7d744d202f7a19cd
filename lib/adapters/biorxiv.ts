import type { DigestRef } from '../domain/digest.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { askedBy, digestFor } from './biorxiv-address.ts';
import { foundOnPage } from './biorxiv-article.ts';
import { paperFromRow, titleLinkOf } from './biorxiv-row.ts';
import { attributeOf, find, findAll, textOf } from './page.ts';
import { paperFrom } from './paper-from.ts';
import { type Row, readRows, rowsOf } from './read-rows.ts';

const ROW = '[data-pisa], [data-apath], .highwire-article-citation';
const EMPTY = /\bno results\b|\b0 results\b/i;
const ERROR =
  /^\s*(?:[45]\d\d|(?:[45]\d\d\W{1,3})?(?:error|(?:page )?not found|access denied|just a moment))[.!…]{0,3}\s*$/i;

/** bioRxiv and medRxiv: collections, what is new, results of a search, and the page of one preprint. */
export const biorxiv: SiteAdapter = {
  ...SITES.biorxiv,
  testPages: [
    'https://www.biorxiv.org/collection/ecology',
    'https://www.medrxiv.org/content/early/recent',
    'https://www.biorxiv.org/search/slow%252Brivers%20numresults%3A25%20sort%3Arelevance-rank',
    'https://www.biorxiv.org/content/10.1101/2026.05.01.700001v2',
    'https://www.medrxiv.org/content/10.64898/2026.05.02.26700002v1.full',
  ],
  recognise,
  read,
  expects: ({ kind }) => (kind === 'paper' ? [] : ['authors']),
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked) return undefined;
  const named = find(document, asked.kind === 'paper' ? 'meta[name="citation_title"], h1' : 'h1');
  if (ERROR.test(textOf(named))) return undefined;
  const digest = digestFor(asked, url);
  if (asked.kind !== 'paper') return digest;
  const title = boundText(attributeOf(named, 'content') ?? textOf(named), LIMITS.title).text;
  return { ...digest, ...(title && { title }) };
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  if (asked?.kind !== 'paper') return readList(page);
  const found = foundOnPage(page, asked.doi);
  if (!found.title) return { papers: [], problems: [], anchors: new Map() };
  const anchor = find(page.document, 'h1') ?? page.document.body;
  return readRows<Row>([{ anchor }], (_row, note) => paperFrom(found, note));
}

function readList({ url, document }: Page): Reading {
  const blocks = findAll(document, ROW);
  // Without their own marks the rows are still the items of a list that lead to a paper.
  const elements = blocks.length > 0 ? blocks : findAll(document, 'li').filter((item) => titleLinkOf(item));
  const reading = readRows(rowsOf(elements, ROW), ({ anchor }, note) => paperFromRow(anchor, url.hostname, note));
  const isEmpty = elements.length === 0 && EMPTY.test(textOf(find(document, 'h1')));
  return isEmpty ? { ...reading, isEmpty } : reading;
}
