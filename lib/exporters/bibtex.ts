import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, type Paper } from '../domain/paper.ts';
import { braced, doiAndUrl, entryText, type Field, keywords, startEntries } from './bibtex-entry.ts';
import { bibtexAuthors } from './bibtex-names.ts';
import { bibtexText, bibtexTitle } from './bibtex-text.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { publicationOf } from './publication.ts';

// The macros that every style defines; a month is written without braces.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORDS_TO_SORT_BY = 4;

/**
 * One `@misc` a paper, which is the type that arXiv itself gives (arXiv/arxiv-browse, browse/formatting/cite.py);
 * `@article` without a journal makes BibTeX warn. UTF-8, without accent macros.
 */
export const bibtex: Exporter = {
  id: 'bibtex',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  start: (options) => startEntries(options, (key, listed) => entryText('misc', key, fieldsOf(key, listed, options))),
};

function fieldsOf(key: string, listed: ListedPaper, { abstracts = true }: ExportOptions): Field[] {
  const { paper } = listed;
  const published = publicationOf(paper);
  const authors = bibtexAuthors(paper.authors ?? []);
  return [
    ['title', braced(bibtexTitle(paper.title))],
    ['author', braced(authors)],
    // Styles sort by author; a paper without one needs a key, or plain.bst warns.
    ['key', authors ? undefined : braced(sortKey(paper.title) || key)],
    ['year', braced(published && String(published.year))],
    ['month', MONTHS[(published?.month ?? 0) - 1]],
    ['howpublished', braced(bibtexText(paper.venue ?? ''))],
    ...eprint(paper),
    ...doiAndUrl(paper),
    ['keywords', keywords(listed)],
    ['abstract', braced(abstracts ? bibtexText(paper.abstract ?? '') : '')],
  ];
}

/** Both spellings of the archive: `archivePrefix` is read by BibTeX styles, `eprinttype` by BibLaTeX and Zotero. */
function eprint(paper: Paper): Field[] {
  const arxiv = identifierValue(paper, 'arxiv');
  if (!arxiv) return [];
  return [
    ['eprint', `{${arxiv}}`],
    ['archivePrefix', '{arXiv}'],
    ['eprinttype', '{arxiv}'],
  ];
}

function sortKey(title: string): string {
  return (title.toWellFormed().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, WORDS_TO_SORT_BY).join(' ');
}
