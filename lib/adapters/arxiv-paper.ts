import { arxivIdentifier } from '../domain/identifier.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import type { Page, Reading } from './adapter.ts';
import { authorsIn } from './arxiv-authors.ts';
import { arxivTextOf } from './arxiv-text.ts';
import { foundInMetas } from './citation-metas.ts';
import { type Note, noteFor } from './facts.ts';
import { attributeOf, find, findAll, nextTo, textOf } from './page.ts';
import { type Found, paperFrom } from './paper-from.ts';
import { dateIn } from './shown-date.ts';

const TITLE = /^\s*Title:\s*/;
const ABSTRACT = /^\s*Abstract:\s*/;
const ACCENT = /\\(?:["'`^~=.]|[uvHtcdbkr][\s{]|(?:aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j)\b)/;

/** Reads an abstract page: its metas, which name all authors, and what it shows where they are missing or TeX. */
export function readAbstractPage({ document }: Page, id: string): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const note = noteFor(reading.problems, 1);
  const paper = paperFrom(foundOn(document, id, note), note);
  const heading = headingOf(document);
  if (!paper) return reading;
  if (heading) reading.anchors.set(1, heading);
  reading.papers.push({ ...paper, rank: 1 });
  return reading;
}

function foundOn(document: Document, id: string, note: Note): Found {
  const said = foundInMetas(document);
  const main = find(document, 'main') ?? document.body;
  const metaDate = dateIn(attributeOf(find(document, 'meta[name="citation_date"]'), 'content'));
  return {
    identifiers: [arxivIdentifier(id), ...(said?.identifiers ?? [])],
    source: 'arxiv-page',
    title: plainest(said?.title, () => shownTitle(document)),
    authors: said?.authors?.length ? said.authors : authorsIn(main, '.authors', note),
    abstract: plainest(said?.abstract, () => shownAbstract(main)),
    // `citation_publication_date` is the year of the journal.
    published: metaDate ?? shownDate(main) ?? said?.published,
    venue: besideLabel(main, 'Journal reference:') ?? said?.venue,
    page: `https://arxiv.org/abs/${id}`,
  };
}

/** A text of the metas, or the same as it is shown where the metas have accents as TeX (`Schr\"odinger`). */
export function plainest(said: string | undefined, shown: () => string | undefined): string | undefined {
  return said && !ACCENT.test(said) ? said : (shown() ?? said);
}

/** The heading with the title; the page has another one above it with the subject. */
function headingOf(document: Document): Element | undefined {
  const headings = findAll(document, 'h1');
  return headings.find((heading) => TITLE.test(textOf(heading))) ?? find(document, 'h1.title');
}

function shownTitle(document: Document): string | undefined {
  const heading = headingOf(document);
  return heading && arxivTextOf(heading).replace(TITLE, '');
}

function shownAbstract(main: Element): string | undefined {
  const quotes = findAll(main, 'blockquote');
  const quote = find(main, 'blockquote.abstract') ?? quotes.find((each) => ABSTRACT.test(textOf(each)));
  return quote && arxivTextOf(quote).replace(ABSTRACT, '');
}

/** "[Submitted on 11 Oct 2018 (v1), last revised 24 May 2019 (this version, v2)]": the day of the first version. */
function shownDate(main: Element): string | undefined {
  return dateIn(/\bSubmitted on (.{8,40})/.exec(foldWhitespace(textOf(find(main, '.dateline'))))?.[1]);
}

/** A cell of the table below the abstract, by what the cell before it says. */
function besideLabel(main: Element, label: string): string | undefined {
  const cell = findAll(main, 'td').find((each) => foldWhitespace(textOf(each)) === label);
  return cell && arxivTextOf(nextTo(cell));
}
