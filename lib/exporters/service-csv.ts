import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink, titleSearchLink } from '../domain/paper.ts';
import { boundText, foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { listOf, noteLines } from './csv-columns.ts';
import { csvLine } from './csv-line.ts';
import type { Exporter, ExporterId, ExportOptions } from './exporter.ts';
import { isoDate, publicationOf } from './publication.ts';

/** Columns of a service by their names, in order, and what a paper has in each. */
type Columns = Readonly<Record<string, (listed: ListedPaper, options: ExportOptions) => string>>;

// A property of Notion holds so many characters.
const MOST_OF_NOTION = 2_000;

/** Readwise Reader (https://docs.readwise.io/reader/docs/faqs/importing-content): tags as a list in Python's notation. */
export const readwise = service('readwise', {
  Title: titleOf,
  URL: addressOf,
  ID: () => '',
  'Document tags': ({ entry }) => (entry.tags.length > 0 ? `[${tagsOf(entry.tags).map(quoted).join(',')}]` : ''),
  'Saved date': ({ entry }) => `${entry.addedAt.slice(0, 10)} ${entry.addedAt.slice(11, 19)}+00:00`,
  'Reading progress': ({ entry }) => (entry.status === 'read' ? '1' : '0'),
  Location: ({ entry }) => ({ unread: 'new', reading: 'later', read: 'archive', skipped: 'archive' })[entry.status],
  Seen: ({ entry }) => (entry.status === 'unread' ? 'False' : 'True'),
});

/** Raindrop.io (https://help.raindrop.io/import). */
export const raindrop = service('raindrop', {
  url: addressOf,
  folder: () => 'Gleaner',
  title: titleOf,
  note: noteOf,
  tags: ({ entry }) => tagsOf([...entry.tags, entry.status]).join(', '),
  created: ({ entry }) => entry.addedAt,
});

/** Instapaper's own export, which it reads back. */
export const instapaper = service('instapaper', {
  URL: addressOf,
  Title: titleOf,
  Selection: noteOf,
  Folder: ({ entry }) => {
    if (entry.starred) return 'Starred';
    return entry.status === 'read' || entry.status === 'skipped' ? 'Archive' : 'Unread';
  },
  Timestamp: ({ entry }) => String(Math.floor(Date.parse(entry.addedAt) / 1000)),
});

/** Notion: the first column becomes the name of the page. */
export const notion = service('notion', {
  Name: (listed) => notionText(titleOf(listed)),
  Authors: ({ paper }) => notionText(listOf(paper.authors)),
  Published: ({ paper }) => {
    const published = publicationOf(paper);
    return published ? isoDate(published) : '';
  },
  Status: ({ entry }) => entry.status,
  Starred: ({ entry }) => (entry.starred ? 'Yes' : 'No'),
  Tags: ({ entry }) => notionText(tagsOf(entry.tags).join(', ')),
  URL: ({ paper }) => webAddress(mainLink(paper)) ?? '',
  arXiv: ({ paper }) => identifierValue(paper, 'arxiv') ?? '',
  DOI: ({ paper }) => identifierValue(paper, 'doi') ?? '',
  Added: ({ entry }) => entry.addedAt.slice(0, 10),
  Note: (listed) => notionText(noteOf(listed)),
  Abstract: ({ paper }, { abstracts = true }) => notionText(abstracts ? (paper.abstract ?? '') : ''),
});

function service(id: ExporterId, columns: Columns): Exporter {
  const cells = Object.values(columns);
  const row = (listed: ListedPaper, options: ExportOptions) =>
    csvLine(
      cells.map((cell) => cell(listed, options)),
      'import',
    );
  return {
    id,
    extension: 'csv',
    mediaType: 'text/csv',
    start: (options) => ({
      head: csvLine(Object.keys(columns), 'import'),
      write: (papers) => papers.map((listed) => row(listed, options)).join(''),
      end: () => '',
    }),
  };
}

function titleOf({ paper }: ListedPaper): string {
  return foldWhitespace(paper.title);
}

/** A service keeps addresses, so a paper known by its title alone gets that of a search for it. */
function addressOf({ paper }: ListedPaper): string {
  return webAddress(mainLink(paper)) ?? titleSearchLink(paper.title);
}

function noteOf({ entry }: ListedPaper): string {
  return noteLines(entry.note).join('\n').trim();
}

/** Tags without what parts two of them. */
function tagsOf(tags: readonly string[]): string[] {
  return tags.map((tag) => foldWhitespace(tag.replaceAll(',', ' '))).filter((tag) => tag !== '');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function notionText(text: string): string {
  return boundText(text, MOST_OF_NOTION).text;
}
