import type { DigestRef } from '../domain/digest.ts';
import { identifierFrom } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { titleKey } from '../domain/title-key.ts';
import type { Page, Reading } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { type Note, noteFor } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { around, attributeOf, find, findAll, isInside, mathTextOf, textOf } from './page.ts';
import { type Found, paperFrom, type Unranked } from './paper-from.ts';
import { digestFor, paperAddress } from './semantic-scholar-address.ts';
import { articleIn } from './semantic-scholar-article.ts';
import { authorsIn, pdfAmong, venueIn } from './semantic-scholar-row.ts';
import { dateIn } from './shown-date.ts';

const TITLES = ['h1[data-test-id="paper-detail-title"]', '#paper-header h1', 'main h1', 'h1']; // the surest first
const LINKS = 'a[data-test-id="paper-link"], [data-test-id="paper-doi"] a, a.doi__link';

/** The digest of a paper's own page, named by the paper's title where the page says it. */
export function paperDigest({ document }: Page, id: string): DigestRef {
  const title = boundText(mathTextOf(heading(document)), LIMITS.title).text;
  return { ...digestFor({ kind: 'paper', id }), ...(title && { title }) };
}

/** Reads a paper's own page. The rows on it are papers that cite it or are cited, and no part of the digest. */
export function readPaper({ document }: Page, id: string): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const paper = paperOf(document, id, noteFor(reading.problems, 1));
  if (!paper) return reading;
  reading.papers.push({ ...paper, rank: 1 });
  reading.anchors.set(1, heading(document) ?? document.documentElement);
  return reading;
}

function paperOf(document: Document, id: string, note: Note): Unranked | undefined {
  const shown = shownBy(document, id);
  const article = own(articleIn(document, note), shown);
  const metas = own(foundInMetas(document), shown);
  const named = [article, metas].find((found) => found?.authors?.length)?.authors;
  return paperFrom(
    {
      ...shown,
      identifiers: [...shown.identifiers, ...(article?.identifiers ?? []), ...(metas?.identifiers ?? [])],
      authors: named ?? authorsIn(headerOf(document), note),
      abstract: article?.abstract,
      published: article?.published ?? shown.published ?? metas?.published,
      venue: shown.venue || article?.venue || metas?.venue,
    },
    note,
  );
}

/** What the head of the page shows of the paper. */
function shownBy(document: Document, id: string): Found {
  const others = `[data-paper-id]:not([data-paper-id="${id}"]), .cl-paper-row, #citing-papers, #cited-papers, #related-papers`;
  const outward = findAll(document, LINKS).filter((link) => !isInside(link, others));
  const links = outward.flatMap((link) => attributeOf(link, 'href') ?? []);
  const header = headerOf(document);
  return {
    identifiers: [identifierFrom(`s2:${id}`), ...links.map(linkedIdentifier)],
    source: 'digest-card',
    title: mathTextOf(heading(document)),
    published: dateIn(textOf(header && find(header, '[data-test-id="paper-year"]'))),
    venue: header && venueIn(header),
    page: paperAddress(id),
    pdf: pdfAmong(links),
  };
}

function heading(document: Document): Element | undefined {
  return TITLES.map((selector) => find(document, selector)).find((element) => element !== undefined);
}

/** The head of the page: the title and what stands with it. */
function headerOf(document: Document): Element | undefined {
  return find(document, '#paper-header') ?? around(heading(document));
}

/** After a way through the site without a load, what the page states may be of the paper before. */
function own(found: Found | undefined, shown: Found): Found | undefined {
  return found?.title && shown.title && titleKey(found.title) === titleKey(shown.title) ? found : undefined;
}
