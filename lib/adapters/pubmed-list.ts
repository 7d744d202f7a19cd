import { boundText } from '../domain/plain-text.ts';
import type { Page, Reading } from './adapter.ts';
import type { Note } from './facts.ts';
import { attributeOf, find, findAll, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { paperAddress, pmidInLink } from './pubmed-address.ts';
import { foundInArticle } from './pubmed-article.ts';
import { citationIn, namesIn, withoutFinalDot } from './pubmed-citation.ts';
import { type Row, readRows } from './read-rows.ts';

// A row holds its authors and its citation twice: in full, and shortened for narrow screens.
const AUTHORS = '.full-authors, .docsum-authors:not(.short-authors)';
const CITATION = '.full-journal-citation, .docsum-journal-citation:not(.short-journal-citation)';
const EMPTY = /no (?:results|items|articles) (?:were )?found/i; // no word boundary: blocks touch in the text of a page

interface ArticleRow extends Row {
  link: Element | undefined;
  pmid: string | undefined;
}

/** Reads a list of results, which grows when the user asks for more, in its short format or with abstracts. */
export function readList({ document }: Page): Reading {
  const rows = findAll(document, 'article').map(rowFrom).filter(isAboutPaper);
  const reading = readRows(rows, readRow);
  const stated = statedIn(document);
  if (stated > 0) reading.stated = stated;
  if (rows.length === 0 && EMPTY.test(textOf(find(document, 'main')))) reading.isEmpty = true;
  return reading;
}

function rowFrom(anchor: Element): ArticleRow {
  for (const link of findAll(anchor, 'a[href]')) {
    const pmid = pmidInLink(attributeOf(link, 'href'));
    if (pmid) return { anchor, link, pmid };
  }
  return { anchor, link: undefined, pmid: undefined };
}

function isAboutPaper({ anchor, pmid }: ArticleRow): boolean {
  return pmid !== undefined || attributeOf(anchor, 'data-rel-pos') !== undefined;
}

function readRow({ anchor, link, pmid }: ArticleRow, note: Note): Unranked | undefined {
  if (!link || !pmid) return undefined;
  if (find(anchor, 'h1')) return paperFrom(foundInArticle(anchor, pmid), note);
  const { doi, ...cited } = citationIn(textOf(find(anchor, CITATION)));
  const { names, areAll } = namesIn(textOf(find(anchor, AUTHORS)));
  if (!areAll) note('list-bounded', 'authors');
  return paperFrom(
    {
      identifiers: [`pmid:${pmid}`, doi],
      source: 'publisher-page',
      title: withoutFinalDot(textOf(link)),
      authors: names,
      ...cited,
      page: paperAddress(pmid),
    },
    note,
  );
}

/** Each portion of the list names the papers that it shows; "Show more" adds a portion. */
function statedIn(document: Document): number {
  const portions = findAll(document, '[data-chunk-ids]').map((part) => attributeOf(part, 'data-chunk-ids') ?? '');
  const ids = portions.flatMap((portion) => boundText(portion, 20_000).text.split(/[\s,]+/));
  return new Set(ids.filter((id) => /^\d{1,9}$/.test(id))).size;
}
