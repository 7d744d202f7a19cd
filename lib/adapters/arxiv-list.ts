import { arxivIdentifier, type Identifier } from '../domain/identifier.ts';
import type { Reading } from './adapter.ts';
import { idInLink } from './arxiv-address.ts';
import { authorsIn } from './arxiv-authors.ts';
import { arxivTextOf } from './arxiv-text.ts';
import { type Note, noteFor } from './facts.ts';
import { attributeOf, childrenOf, find, findAll, isInside, nextTo, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import { type Row, readRows } from './read-rows.ts';

/** A `dt` with the number and links of an entry, and the `dd` behind it with all that is said of it. */
interface Entry extends Row {
  term: Element;
  body: Element | undefined;
}

const FEW_ROWS = 4;
const NOTHING = /^\s*(?:No (?:further )?(?:updates|entries|articles|papers)\b|Total of 0 entries)/;
// Lists end at a round number of names without saying so: 100 in arXiv's source, 20 on pages that were seen.
// https://github.com/arXiv/arxiv-browse/blob/develop/browse/controllers/list_page/__init__.py
const CUT_AUTHORS = new Set([20, 100]);

/**
 * Reads a list of `dt` and `dd`: new, recent, by month, catch-up, and an author's. A page may hold several, one for each
 * day or section.
 * @param showsAbstracts whether the entries of this list have their abstracts, except the replaced ones, which have none
 */
export function readEntries(document: Document, showsAbstracts: boolean): Reading {
  const entries = entriesOf(document);
  const reading = readRows(entries, ({ term, body }, note) => paperOf(term, body, note));
  const stated = statedIn(document);
  if (stated !== undefined) reading.stated = stated;
  if (entries.length === 0 && (stated === 0 || saysNothing(document))) reading.isEmpty = true;
  if (showsAbstracts && lacksAbstracts(entries, reading)) noteFor(reading.problems)('site-changed', 'abstract');
  return reading;
}

function entriesOf(document: Document): Entry[] {
  const entries: Entry[] = [];
  for (const term of findAll(document, 'dt')) {
    const next = nextTo(term);
    const body = next && isInside(next, 'dd') ? next : undefined;
    if (!identifierOf(term) && !(body && titleOf(body))) continue;
    entries.push(body ? { term, body, anchor: body, all: [term, body] } : { term, body, anchor: term });
  }
  return entries;
}

function paperOf(term: Element, body: Element | undefined, note: Note): Unranked | undefined {
  if (!body) return undefined;
  const identifier = identifierOf(term);
  if (!identifier) note('row-without-identifier', 'dt');
  const authors = authorsIn(body, '.list-authors', note);
  if (CUT_AUTHORS.has(authors.length)) note('list-bounded', 'authors');
  const page = identifier && `https://arxiv.org/abs/${identifier.slice('arxiv:'.length)}`;
  return paperFrom(
    {
      identifiers: [identifier],
      source: 'arxiv-page',
      title: titleOf(body),
      authors,
      abstract: arxivTextOf(find(body, 'p')),
      venue: labelled(body, '.list-journal-ref', /^\s*Journal-ref:\s*/),
      page,
    },
    note,
  );
}

/** From the link to the abstract page, which also bears the id as its `id`; or else as it is shown, "arXiv:2503.01234". */
function identifierOf(term: Element): Identifier | undefined {
  const link = find(term, 'a[href*="/abs/"]') ?? find(term, 'a[title="Abstract"]');
  const id = idInLink(attributeOf(link, 'href')) ?? attributeOf(link, 'id');
  return arxivIdentifier(id ?? /arXiv:([\w./-]{5,40})/.exec(textOf(term))?.[1] ?? '');
}

function titleOf(body: Element): string | undefined {
  return labelled(body, '.list-title', /^\s*Title:\s*/);
}

/** A part of an entry without its label: the part begins with the label, and has a class name besides. */
function labelled(body: Element, named: string, label: RegExp): string | undefined {
  const parts = childrenOf(find(body, '.meta') ?? childrenOf(body)[0]);
  const part = find(body, named) ?? parts.find((each) => label.test(textOf(each)));
  return part && arxivTextOf(part).replace(label, '');
}

/** "New submissions (showing 53 of 53 entries)", "Wed, 7 Oct 2026 (continued, showing last 25 of 350 entries )": the sum. */
function statedIn(document: Document): number | undefined {
  const counts = findAll(document, 'h3').flatMap((heading) => {
    const shown = /\bshowing (?:first |last )?([\d,]{1,9}) of [\d,]+ entries/.exec(textOf(heading))?.[1];
    return shown ? [Number(shown.replaceAll(',', ''))] : [];
  });
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : undefined;
}

function saysNothing(document: Document): boolean {
  return findAll(document, 'p, h2, h3, div').some((element) => NOTHING.test(textOf(element)));
}

/** Whether most entries lack the abstract; those that were replaced are listed without one. */
function lacksAbstracts(entries: readonly Entry[], { papers, anchors }: Reading): boolean {
  const replaced = new Set(
    entries.filter(({ term }) => textOf(term).includes('(replaced)')).map(({ anchor }) => anchor),
  );
  const own = papers.filter(({ rank }) => {
    const anchor = anchors.get(rank);
    return anchor !== undefined && !replaced.has(anchor);
  });
  return own.length >= FEW_ROWS && own.filter((paper) => !paper.abstract).length * 2 > own.length;
}
