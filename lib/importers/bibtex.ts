import { LIMITS } from '../domain/plain-text.ts';
import { type BibtexEntry, type BibtexPiece, bibtexPieces } from './bibtex-entries.ts';
import { bibtexPeople } from './bibtex-people.ts';
import { instantIn, publishedFrom, publishedIn } from './file-dates.ts';
import { statusIn } from './file-status.ts';
import { type RawPaper, startGathering, TooMuch } from './gather.ts';
import { IMPORT_LIMITS, type ImportRead, type Turn } from './imported.ts';
import { latexText, verbatimText } from './latex-text.ts';
import { startLineCount } from './line-count.ts';

/** Where Zotero, JabRef and Mendeley write tags. */
const TAG_FIELDS = ['keywords', 'keyword', 'tags', 'groups', 'mendeley-tags'] as const;
/** Beyond what is kept of any text, so that nothing more is worked on. */
const LONGEST_VALUE = LIMITS.abstract * 8;
const LONGEST_NAMES = LIMITS.allAuthors * 8;

/** Entries that hold others: of these a part inherits where it appeared and when. */
const INHERITED: readonly (readonly [own: string, parent: string])[] = [
  ['booktitle', 'title'],
  ['booktitle', 'booktitle'],
  ['journal', 'journal'],
  ['year', 'year'],
  ['date', 'date'],
  ['month', 'month'],
  ['publisher', 'publisher'],
];

/**
 * Reads BibTeX and BibLaTeX: `@string`, months, `#`, `crossref`, accents; maths stays as it is written. A broken entry
 * is refused and the rest still read. Keywords are taken for tags, as Zotero writes tags there; a status is read from
 * Zotero's `Read_Status:` in a note, from JabRef's `readstatus`, or from the tags.
 */
export async function readBibtex(text: string, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  const lineAt = startLineCount(text);
  const pieces: BibtexPiece[] = [];
  for (const piece of bibtexPieces(text)) {
    pieces.push(piece);
    if (pieces.length > IMPORT_LIMITS.entries * 2) throw new TooMuch();
    await turn(piece.start / 2);
  }
  const parents = new Map(
    pieces.flatMap((piece) => ('key' in piece ? [[piece.key.toLowerCase(), piece] as const] : [])),
  );
  for (const piece of pieces) {
    const line = lineAt(piece.start);
    if ('broken' in piece) gathering.refuse(line, piece.broken, 'broken');
    else gathering.add(rawOf(piece, parents), line, `@${piece.type}{${piece.key}`);
    await turn((text.length + piece.start) / 2);
  }
  return gathering;
}

function rawOf(entry: BibtexEntry, parents: ReadonlyMap<string, BibtexEntry>): RawPaper {
  const field = fieldsOf(entry, parents);
  const text = (...names: string[]) => {
    const value = names.map(field).find((one) => one !== undefined && one.trim() !== '');
    return value === undefined ? undefined : latexText(value.slice(0, LONGEST_VALUE));
  };
  const verbatim = (name: string) => verbatimText((field(name) ?? '').slice(0, LIMITS.url)) || undefined;
  const subtitle = text('subtitle');
  const venue = text('journal', 'journaltitle', 'booktitle', 'howpublished', 'eventtitle', 'series');
  const note = linesOf((field('note') ?? '').slice(0, LONGEST_VALUE));
  const inNote = venue === undefined && isVenueNote(entry.type, note) ? note : undefined;
  const added = instantIn(text('date-added') ?? text('dateadded') ?? text('timestamp') ?? text('creationdate'));
  return {
    title: [text('title'), subtitle].filter(Boolean).join(': '),
    authors: bibtexPeople((field('author') ?? field('editor') ?? '').slice(0, LONGEST_NAMES)),
    abstract: text('abstract'),
    published: publishedIn(text('date')) ?? publishedFrom(text('year'), field('month'), field('day')),
    venue: venue ?? inNote,
    names: [...eprintOf(verbatim), verbatim('doi'), pmidOf(verbatim('pmid')), verbatim('url')],
    page: verbatim('url'),
    code: verbatim('code'),
    tags: TAG_FIELDS.flatMap((name) => splitTags(text(name))),
    status: statusIn(text('readstatus')),
    starred: /^(?:ranked?|rank5|prio1|true|yes)$/i.test(text('starred') ?? ''),
    note: text('annotation', 'annote'),
    extra: [inNote === undefined ? note : '', linesOf((field('extra') ?? '').slice(0, LONGEST_VALUE))]
      .filter(Boolean)
      .join('\n'),
    addedAt: added,
  };
}

/** BibLaTeX has no field for the venue of an `@online`, so Gleaner and others write it into the printed note. */
function isVenueNote(type: string, note: string): boolean {
  return (
    (type === 'online' || type === 'misc') && note.length < 200 && !/[\n:]|\b(?:pages|figures|tables)\b/.test(note)
  );
}

/** A note that is no more than an arXiv number or an address of access says nothing of its own. */
function linesOf(note: string): string {
  const lines = note.split(/\r\n|[\n\r]|\\par\b|\\\\/).map((line) => latexText(line).trim());
  return lines
    .filter((line) => !/^(?:arxiv:[\d./a-z-]+(?:v\d+)?(?: \[[\w.-]+\])?|https?:\S+|accessed\b.*)$/i.test(line))
    .join('\n');
}

/** Keywords are set apart by semicolons where there are any, by commas otherwise. */
function splitTags(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(/[;\n]/.test(text) ? /[;\n]/ : ',').map((tag) => tag.trim());
}

function eprintOf(verbatim: (name: string) => string | undefined): (string | undefined)[] {
  const eprint = verbatim('eprint');
  const kind = (verbatim('eprinttype') ?? verbatim('archiveprefix') ?? 'arxiv').toLowerCase();
  if (eprint === undefined) return [verbatim('arxiv'), verbatim('arxivid')];
  if (kind === 'pubmed' || kind === 'pmid') return [pmidOf(eprint)];
  const whole = /^\d{7}(?:v\d+)?$/.test(eprint)
    ? `${verbatim('primaryclass') ?? verbatim('eprintclass')}/${eprint}`
    : eprint;
  return kind === 'arxiv' ? [whole] : [];
}

function pmidOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `pmid:${text}`;
}

function fieldsOf(entry: BibtexEntry, parents: ReadonlyMap<string, BibtexEntry>): (name: string) => string | undefined {
  const named = [entry.fields.get('crossref'), entry.fields.get('xdata')];
  const parent = named.flatMap((key) => parents.get((key ?? '').trim().toLowerCase()) ?? [])[0];
  if (!parent || parent === entry) return (name) => entry.fields.get(name);
  const inherited = new Map(
    INHERITED.toReversed().flatMap(([own, from]) => {
      const value = parent.fields.get(from);
      return value === undefined ? [] : [[own, value] as const];
    }),
  );
  return (name) => entry.fields.get(name) ?? inherited.get(name);
}
