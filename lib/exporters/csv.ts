import { dateText } from '../domain/digest.ts';
import { type ListedPaper, latestUpvotes } from '../domain/listed-paper.ts';
import { identifierValue, linksOf, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Exporter, Writer } from './exporter.ts';
import { publicationOf } from './publication.ts';

const COLUMNS = [
  'Title',
  'Authors',
  'Year',
  'Published',
  'Status',
  'Starred',
  'Tags',
  'Note',
  'arXiv',
  'DOI',
  'Link',
  'PDF',
  'Code',
  'Project',
  'Venue',
  'Organisation',
  'Keywords',
  'Upvotes',
  'Digests',
  'Seen in',
  'First seen',
  'Last seen',
  'Abstract',
] as const;
type Column = (typeof COLUMNS)[number];

const BYTE_ORDER_MARK = '\uFEFF'; // without it Excel reads UTF-8 as the code page of the machine

// A spreadsheet runs a cell that begins with one of these (CWE-1236, OWASP "CSV Injection"); the full-width ones too,
// which most lists leave out. An apostrophe before it makes the cell plain text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those that start a formula
const FORMULA_START = /^[=+\-@\t\r\n\u0000＝＋－＠]/;

/** RFC 4180 with a header row, for spreadsheets. It is one-way: JSON is the format that can be read back. */
export const csv: Exporter = { id: 'csv', extension: 'csv', mediaType: 'text/csv', start };

function start(): Writer {
  return {
    head: `${BYTE_ORDER_MARK}${line(COLUMNS)}`,
    write: (papers) => papers.map((listed) => row(cellsOf(listed))).join(''),
    end: () => '',
  };
}

function row(cells: Record<Column, string>): string {
  return line(COLUMNS.map((column) => cells[column]));
}

function line(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** A cell as RFC 4180 has it, quoted where it must be (spreadsheets also drop outer spaces unless it is). */
function cellText(value: string): string {
  const inert = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function cellsOf({ paper, entry, seen }: ListedPaper): Record<Column, string> {
  const links = linksOf(paper);
  const arxiv = identifierValue(paper, 'arxiv');
  const times = seen.flatMap(({ sighting }) => [sighting.seenAt, sighting.lastSeenAt]).sort();
  return {
    Title: foldWhitespace(paper.title),
    Authors: list(paper.authors),
    Year: String(publicationOf(paper)?.year ?? ''),
    Published: foldWhitespace(paper.published ?? ''),
    Status: entry.status,
    Starred: entry.starred ? 'yes' : 'no',
    Tags: list(entry.tags),
    Note: entry.note
      .split(/\r\n|[\r\n]/)
      .map(foldWhitespace)
      .join('\n')
      .trim(),
    arXiv: arxiv ? `arXiv:${arxiv}` : '', // bare, 2401.12340 is a number to a spreadsheet and loses its last digit
    DOI: foldWhitespace(identifierValue(paper, 'doi') ?? ''),
    Link: webAddress(mainLink(paper)) ?? '',
    PDF: webAddress(links.pdf) ?? '',
    Code: webAddress(links.code) ?? '',
    Project: webAddress(links.project) ?? '',
    Venue: foldWhitespace(paper.venue ?? ''),
    Organisation: foldWhitespace(paper.organisation ?? ''),
    Keywords: list(paper.keywords),
    Upvotes: String(latestUpvotes({ seen }) ?? ''),
    Digests: String(seen.length),
    'Seen in': list(
      seen.map(({ digest }) => [digest.site, digest.date && dateText(digest.date)].filter(Boolean).join(' ')),
    ),
    'First seen': times[0] ?? '',
    'Last seen': times.at(-1) ?? '',
    Abstract: foldWhitespace(paper.abstract ?? ''),
  };
}

function list(texts: readonly string[] = []): string {
  return texts
    .map(foldWhitespace)
    .filter((text) => text !== '')
    .join('; ');
}
