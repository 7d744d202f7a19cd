import type { DigestRef } from '../domain/digest.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { attributeOf, find, textOf } from './page.ts';
import { type Found, paperFrom } from './paper-from.ts';
import { askedBy, digestFor } from './pubmed-address.ts';
import { foundInArticle } from './pubmed-article.ts';
import { withoutFinalDot } from './pubmed-citation.ts';
import { readList } from './pubmed-list.ts';
import { type Row, readRows } from './read-rows.ts';

const ERROR = /^\s*(?:[45]\d\d|(?:[45]\d\d\W{1,3})?(?:error|(?:page )?not found))[.!]?\s*$/i;

/** PubMed: results of a search, papers that belong to one paper, collections, trending papers, and one paper's page. */
export const pubmed: SiteAdapter = {
  ...SITES.pubmed,
  testPages: [
    'https://pubmed.ncbi.nlm.nih.gov/?term=slow+rivers',
    'https://pubmed.ncbi.nlm.nih.gov/?linkname=pubmed_pubmed&from_uid=40000001',
    'https://pubmed.ncbi.nlm.nih.gov/collections/60000001/',
    'https://pubmed.ncbi.nlm.nih.gov/trending/',
    'https://pubmed.ncbi.nlm.nih.gov/40000001/',
  ],
  recognise,
  read,
  expects: ({ kind }) => (kind === 'paper' ? [] : ['authors']),
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked) return undefined;
  if (asked.kind !== 'paper') return digestFor(asked);
  const named = find(document, 'meta[name="citation_title"], h1');
  if (ERROR.test(textOf(named))) return undefined;
  const title = boundText(withoutFinalDot(attributeOf(named, 'content') ?? textOf(named)), LIMITS.title).text;
  return { ...digestFor(asked), ...(title && { title }) };
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  return asked?.kind === 'paper' ? readPaper(page, asked.pmid) : readList(page);
}

function readPaper({ document }: Page, pmid: string): Reading {
  const found = withMetas(foundInArticle(document, pmid), foundInMetas(document));
  if (!found.title) return { papers: [], problems: [], anchors: new Map() };
  const anchor = find(document, '[id$="full-view-heading"] h1') ?? find(document, 'h1') ?? document.body;
  return readRows<Row>([{ anchor }], (_row, note) => paperFrom(found, note));
}

/** What the page shows, and what it does not show from its metas, unless they are another paper's. */
function withMetas(shown: Found, metas: Found | undefined): Found {
  const own = shown.identifiers[0];
  const isOther = metas?.identifiers.some((identifier) => identifier?.startsWith('pmid:') && identifier !== own);
  if (!metas || isOther) return shown;
  return {
    ...metas,
    ...shown,
    identifiers: [...shown.identifiers, ...metas.identifiers],
    title: shown.title || withoutFinalDot(metas.title ?? ''),
    authors: shown.authors?.length ? shown.authors : metas.authors,
    abstract: shown.abstract ?? metas.abstract,
    published: shown.published ?? metas.published,
    venue: shown.venue || metas.venue,
    pdf: metas.pdf,
  };
}
