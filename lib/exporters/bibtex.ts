import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink, type Paper } from '../domain/paper.ts';
import { webAddress } from '../domain/web-address.ts';
import { startKeys } from './bibtex-keys.ts';
import { bibtexAuthors } from './bibtex-names.ts';
import { bibtexText, bibtexTitle, bibtexVerbatim } from './bibtex-text.ts';
import type { Exporter, Writer } from './exporter.ts';
import { publicationOf } from './publication.ts';

// The macros that every style defines; a month is written without braces.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORDS_TO_SORT_BY = 4;

/**
 * One `@misc` a paper, which is the type that arXiv itself gives (arXiv/arxiv-browse, browse/formatting/cite.py);
 * `@article` without a journal makes BibTeX warn. UTF-8, without accent macros.
 */
export const bibtex: Exporter = { id: 'bibtex', extension: 'bib', mediaType: 'application/x-bibtex', start };

function start(): Writer {
  const keyOf = startKeys();
  let between = '';
  const next = (listed: ListedPaper) => {
    const text = between + entryText(keyOf(listed.paper), listed);
    between = '\n';
    return text;
  };
  return { head: '', write: (papers) => papers.map(next).join(''), end: () => '' };
}

function entryText(key: string, { paper, entry }: ListedPaper): string {
  const published = publicationOf(paper);
  const month = MONTHS[(published?.month ?? 0) - 1];
  const authors = bibtexAuthors(paper.authors ?? []);
  const fields: [string, string | undefined][] = [
    ['title', braced(bibtexTitle(paper.title))],
    ['author', braced(authors)],
    // Styles sort by author; a paper without one needs a key, or plain.bst warns.
    ['key', authors ? undefined : braced(sortKey(paper.title) || key)],
    ['year', braced(published && String(published.year))],
    ['month', month],
    ['howpublished', braced(bibtexText(paper.venue ?? ''))],
    ...identity(paper),
    ['keywords', braced([...(paper.keywords ?? []), ...entry.tags].map(bibtexText).filter(Boolean).join(', '))],
    ['abstract', braced(bibtexText(paper.abstract ?? ''))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

/** Both spellings of the archive: `archivePrefix` is read by BibTeX styles, `eprinttype` by BibLaTeX and Zotero. */
function identity(paper: Paper): [string, string | undefined][] {
  const arxiv = identifierValue(paper, 'arxiv');
  const doi = identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`);
  const eprint: [string, string][] = [
    ['eprint', `{${arxiv}}`],
    ['archivePrefix', '{arXiv}'],
    ['eprinttype', '{arxiv}'],
  ];
  return [
    ...(arxiv ? eprint : []),
    ['doi', braced(doi && bibtexVerbatim(doi))],
    ['url', braced(bibtexVerbatim(addressOf(paper)))],
  ];
}

function addressOf(paper: Paper): string {
  const address = webAddress(mainLink(paper)) ?? '';
  return address.replace(/[{}\\]/g, encodeURIComponent);
}

function braced(value: string | undefined): string | undefined {
  return value ? `{${value}}` : undefined;
}

function sortKey(title: string): string {
  return (title.toWellFormed().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, WORDS_TO_SORT_BY).join(' ');
}
