import { doiIdentifier, type Identifier } from '../domain/identifier.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import type { Reading } from './adapter.ts';
import { bareId, idInLink } from './arxiv-address.ts';
import { authorsIn } from './arxiv-authors.ts';
import { arxivTextOf } from './arxiv-text.ts';
import type { Note } from './facts.ts';
import { attributeOf, childrenOf, find, findAll, isInside, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { readRows, rowsOf } from './read-rows.ts';
import { dateIn } from './shown-date.ts';

const ABS_LINK = 'a[href*="/abs/"]';
const DOI_LINK = 'a[href*="doi.org/10."]';
const SHOWN = /\bShowing ([\d,]{1,9})\s*[–-]\s*([\d,]{1,9}) of\b/;
const NOTHING = /\bno results\b/i;

/** Reads the rows of a search, or that there are none. */
export function readResults(document: Document): Reading {
  const results = resultsOf(document);
  const reading = readRows(rowsOf(results), ({ anchor }, note) => paperOf(anchor, note));
  const shown = SHOWN.exec(textOf(find(document, 'h1')));
  if (shown) reading.stated = numberIn(shown[2]) - numberIn(shown[1]) + 1;
  const says = results.length === 0 && !shown ? findAll(document, 'h1, p') : [];
  if (says.some((element) => NOTHING.test(textOf(element)))) reading.isEmpty = true;
  return reading;
}

/** The rows of a search, which are the items of a numbered list. */
function resultsOf(document: Document): Element[] {
  const named = findAll(document, 'li.arxiv-result');
  return named.length > 0 ? named : findAll(document, 'ol > li').filter((item) => find(item, ABS_LINK));
}

function paperOf(row: Element, note: Note): Unranked | undefined {
  const id = idOf(row);
  if (!id) note('row-without-identifier', 'li');
  const lines = childrenOf(row).filter((part) => isInside(part, 'p'));
  return paperFrom(
    {
      identifiers: [id ? `arxiv:${id}` : undefined, doiOf(row)],
      source: 'arxiv-page',
      title: arxivTextOf(find(row, 'p.title') ?? lines[0]),
      authors: authorsIn(row, '.authors', note),
      abstract: abstractOf(row),
      published: publishedIn(lines),
      venue: lineBehind(lines, /^\s*Journal ref:\s*/),
      page: id && `https://arxiv.org/abs/${id}`,
    },
    note,
  );
}

function idOf(row: Element): string | undefined {
  const linked = idInLink(attributeOf(find(row, ABS_LINK), 'href'));
  return linked ?? bareId(/arXiv:([\w./-]{5,40})/.exec(textOf(row))?.[1] ?? '');
}

/** The DOI stands in a tag of its own; one among the comments may be of a data set. */
function doiOf(row: Element): Identifier | undefined {
  const link = findAll(row, DOI_LINK).find((each) => !isInside(each, 'p'));
  return doiIdentifier(attributeOf(link, 'href') ?? '');
}

/** The whole abstract is in the page but hidden, with a link "△ Less" behind it; the shown one is mostly an extract. */
function abstractOf(row: Element): string | undefined {
  const whole = find(row, '[id$="-abstract-full"]') ?? find(row, '.abstract-full');
  if (whole) return arxivTextOf(whole).replace(/\s*[△▽][^△▽]{0,20}$/, '');
  const shown = foldWhitespace(arxivTextOf(find(row, '[id$="-abstract-short"]') ?? find(row, '.abstract-short')));
  return /^…|…$|…?\s*[△▽]/.test(shown) ? undefined : shown;
}

/** "Submitted 9 May, 2026; v1 submitted 25 September, 2023; originally announced …": the day of the first version. */
function publishedIn(lines: readonly Element[]): string | undefined {
  const line = foldWhitespace(lineBehind(lines, /^\s*(?=Submitted\b)/) ?? '');
  return dateIn((/\bv1 submitted ([^;]+)/.exec(line) ?? /^Submitted ([^;]+)/.exec(line))?.[1]);
}

function lineBehind(lines: readonly Element[], label: RegExp): string | undefined {
  const line = lines.find((each) => label.test(textOf(each)));
  return line && arxivTextOf(line).replace(label, '');
}

function numberIn(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}
