import { csvRows, delimiterOf, type Row } from './csv-cells.ts';
import { instantIn, publishedIn } from './file-dates.ts';
import { statusIn } from './file-status.ts';
import { identifierIn } from './find-identifiers.ts';
import { type RawPaper, startGathering } from './gather.ts';
import type { ImportRead, Turn } from './imported.ts';
import { personName } from './person-name.ts';

const COLUMNS = {
  title: ['title', 'name', 'paper', 'paper title'],
  authors: ['authors', 'author', 'creators'],
  abstract: ['abstract', 'abstract note', 'summary', 'excerpt', 'selection'],
  published: ['published', 'date', 'publication date', 'issued'],
  year: ['year', 'publication year', 'pub year'],
  venue: ['venue', 'publication title', 'journal', 'conference', 'source title'],
  names: ['arxiv', 'arxiv id', 'arxiv number', 'eprint', 'id', 'identifier', 'doi', 'pmid', 'paper id'],
  page: ['link', 'url', 'address', 'uri', 'web page', 'website'],
  pdf: ['pdf', 'pdf link', 'pdf url'],
  code: ['code', 'code link', 'github'],
  project: ['project'],
  organisation: ['organisation', 'organization'],
  keywords: ['keywords'],
  tags: ['tags', 'manual tags', 'document tags', 'labels', 'categories'],
  folder: ['folder', 'location', 'collection'],
  note: ['note', 'notes', 'comment', 'comments'],
  status: ['status', 'read status', 'reading status', 'state'],
  starred: ['starred', 'favorite', 'favourite', 'star'],
  addedAt: [
    'added',
    'date added',
    'added at',
    'created',
    'created at',
    'saved date',
    'timestamp',
    'time added',
    'first seen',
  ],
} as const;
type Column = keyof typeof COLUMNS;

/** Whether the first line of a text names columns that a table of papers has. */
export function isCsvHead(text: string): boolean {
  const [head] = csvRows(text.slice(0, 20_000), delimiterOf(text.slice(0, 20_000)));
  return head !== undefined && isHead(head) && head.cells.length > 1;
}

function isHead({ cells }: Row): boolean {
  const known = cells.filter((cell) => columnOf(cell) !== undefined);
  return (
    known.some((cell) => ['title', 'names', 'page'].includes(columnOf(cell) ?? '')) &&
    !cells.some((cell) => identifierIn(cell))
  );
}

function columnOf(cell: string): Column | undefined {
  const name = cell
    .slice(0, 60)
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .replace(/\s*\(.*\)$/, '')
    .trim();
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].some((known) => known === name));
}

/**
 * Reads a table with a head row: Gleaner's own, those of Zotero, Raindrop, Instapaper and Readwise, or any with a column
 * of titles, identifiers or addresses. A table without a head row is one of identifiers and addresses.
 */
export async function readCsv(text: string, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  let columns: (Column | undefined)[] | undefined;
  for (const row of csvRows(text, delimiterOf(text.slice(0, 20_000)))) {
    await turn(row.end);
    const isFirst = columns === undefined;
    columns ??= isHead(row) ? row.cells.map(columnOf) : [];
    if (isFirst && columns.length > 0) continue;
    const raw = columns.length > 0 ? rawOf(row, columns) : { names: row.cells };
    gathering.add(raw, row.line, row.cells.join(', '), columns.includes('title') ? 'no-title' : 'no-paper');
  }
  return gathering;
}

function rawOf({ cells }: Row, columns: readonly (Column | undefined)[]): RawPaper {
  const all = (column: Column) =>
    cells.flatMap((cell, place) => (columns[place] === column ? [plain(cell)] : [])).filter(Boolean);
  const first = (column: Column) => all(column)[0];
  const statuses = [first('status'), first('folder')].map(statusIn);
  return {
    title: first('title'),
    authors: authorsIn(first('authors')),
    abstract: first('abstract'),
    published: publishedIn(first('published')) ?? publishedIn(first('year')),
    venue: first('venue'),
    organisation: first('organisation'),
    keywords: listIn(first('keywords')),
    names: [...all('names').map(namedIn), ...all('page')],
    page: first('page'),
    pdf: first('pdf'),
    code: first('code'),
    project: first('project'),
    tags: all('tags').flatMap(listIn),
    note: first('note'),
    status: statuses.find((status) => status !== undefined) ?? folderStatus(first('folder')),
    starred: isYes(first('starred')) || first('folder')?.toLowerCase() === 'starred',
    addedAt: instantIn(first('addedAt')),
  };
}

/** Instapaper and Readwise keep what was read in an archive. */
function folderStatus(folder: string | undefined): 'read' | undefined {
  return folder?.toLowerCase() === 'archive' ? 'read' : undefined;
}

/** Without the apostrophe that keeps a spreadsheet from running a cell. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '').trim();
}

/** A PubMed number stands in its column without a prefix. */
function namedIn(cell: string): string {
  return /^\d{5,9}$/.test(cell) ? `pmid:${cell}` : cell;
}

function isYes(cell: string | undefined): boolean {
  return /^(?:yes|true|1|x|★|⭐)$/i.test(cell ?? '');
}

/** `a; b`, `a, b`, or Readwise's `['a','b']`. */
function listIn(cell: string | undefined): string[] {
  if (cell === undefined) return [];
  if (/^\[.*\]$/s.test(cell))
    return [...cell.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, one, other]) => one ?? other ?? '');
  return cell.split(cell.includes(';') ? ';' : ',').map((one) => one.trim());
}

/** Names are set apart by semicolons (`Lovelace, Ada; Noether, Emmy`), by `and`, or by commas between whole names. */
function authorsIn(cell: string | undefined): string[] {
  if (cell === undefined) return [];
  const mark = cell.includes(';') ? /\s*;\s*/ : /\s+and\s+/;
  if (mark.test(cell)) {
    const names = cell.split(mark);
    // A single comma among plain names is a group's own: "Gemini Team, Google".
    return names.every((name) => name.includes(',')) ? names.map(personName) : names;
  }
  const parts = cell.split(/\s*,\s*/);
  return parts.every((part) => part.includes(' ')) ? parts : [personName(cell)];
}
