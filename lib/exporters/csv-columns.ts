import { dateText } from '../domain/digest.ts';
import { type ListedPaper, latestUpvotes } from '../domain/listed-paper.ts';
import { identifierValue, linksOf, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { publicationOf } from './publication.ts';

/** The columns of a reading list, in their order. */
export const COLUMNS = [
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
export type Column = (typeof COLUMNS)[number];

/** What a paper has in each column. */
export function cellsOf({ paper, entry, seen }: ListedPaper, abstracts: boolean): Record<Column, string> {
  const links = linksOf(paper);
  const arxiv = identifierValue(paper, 'arxiv');
  const times = seen.flatMap(({ sighting }) => [sighting.seenAt, sighting.lastSeenAt]).sort();
  return {
    Title: foldWhitespace(paper.title),
    Authors: listOf(paper.authors),
    Year: String(publicationOf(paper)?.year ?? ''),
    Published: foldWhitespace(paper.published ?? ''),
    Status: entry.status,
    Starred: entry.starred ? 'yes' : 'no',
    Tags: listOf(entry.tags),
    Note: noteLines(entry.note).join('\n').trim(),
    arXiv: arxiv ? `arXiv:${arxiv}` : '', // bare, 2401.12340 is a number to a spreadsheet and loses its last digit
    DOI: foldWhitespace(identifierValue(paper, 'doi') ?? ''),
    Link: webAddress(mainLink(paper)) ?? '',
    PDF: webAddress(links.pdf) ?? '',
    Code: webAddress(links.code) ?? '',
    Project: webAddress(links.project) ?? '',
    Venue: foldWhitespace(paper.venue ?? ''),
    Organisation: foldWhitespace(paper.organisation ?? ''),
    Keywords: listOf(paper.keywords),
    Upvotes: String(latestUpvotes({ seen }) ?? ''),
    Digests: String(seen.length),
    'Seen in': listOf(
      seen.map(({ digest }) => [digest.site, digest.date && dateText(digest.date)].filter(Boolean).join(' ')),
    ),
    'First seen': times[0] ?? '',
    'Last seen': times.at(-1) ?? '',
    Abstract: abstracts ? foldWhitespace(paper.abstract ?? '') : '',
  };
}

/** Texts in one cell, with semicolons between them. */
export function listOf(texts: readonly string[] = []): string {
  return texts
    .map(foldWhitespace)
    .filter((text) => text !== '')
    .join('; ');
}

/** The lines of a note, each folded. */
export function noteLines(note: string): string[] {
  return note.split(/\r\n|[\r\n]/).map(foldWhitespace);
}
