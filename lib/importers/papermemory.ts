import { bibtexPieces } from './bibtex-entries.ts';
import { instantIn, publishedFrom } from './file-dates.ts';
import { type RawPaper, startGathering } from './gather.ts';
import type { ImportRead, Turn } from './imported.ts';
import { isRecord, type Json, own, textAt, textsAt } from './json-values.ts';
import { latexText, verbatimText } from './latex-text.ts';

/** PaperMemory's papers by their ids, with or without `papers` around them. Names that begin with `__` are no papers. */
export function paperMemoryRecords(value: Json): [id: string, record: Json][] {
  const inner = own(value, 'papers');
  const papers = isRecord(inner) ? inner : value;
  return isRecord(papers) ? Object.entries(papers).filter(([id]) => !id.startsWith('__')) : [];
}

/** Reads an export of PaperMemory (https://github.com/vict0rsch/PaperMemory): papers, tags, notes, favourites, dates. */
export async function readPaperMemory(value: Json, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  for (const [place, [id, record]] of paperMemoryRecords(value).entries()) {
    await turn(place);
    if (isRecord(record)) gathering.add(rawOf(id, record), place + 1, id);
    else gathering.refuse(place + 1, id, 'not-a-record');
  }
  return gathering;
}

function rawOf(id: string, record: object): RawPaper {
  const cited = citedIn(textAt(record, 'bibtex'));
  const pdf = textAt(record, 'pdfLink');
  const venue = textAt(record, 'venue') ?? latexText(cited('booktitle') ?? cited('journal') ?? '');
  const year = textAt(record, 'year') ?? cited('year');
  const addedAt = instantIn(own(record, 'addDate'));
  return {
    title: textAt(record, 'title'),
    authors: textAt(record, 'author')?.split(/\s+and\s+/),
    abstract: cited('abstract') && latexText(cited('abstract') ?? ''),
    published: publishedFrom(year, year === cited('year') ? cited('month') : undefined),
    venue: /^arxiv(?:\.org)?$|^arxiv preprint/i.test(venue) ? undefined : venue,
    names: [
      identifierOf(textAt(record, 'id') ?? id),
      textAt(record, 'doi'),
      pdf,
      verbatimText(cited('eprint') ?? ''),
      verbatimText(cited('doi') ?? ''),
      verbatimText(cited('url') ?? ''),
    ],
    pdf,
    code: textAt(record, 'codeLink') ?? textAt(own(record, 'code'), 'url'),
    tags: textsAt(record, 'tags'),
    note: textAt(record, 'note'),
    starred: own(record, 'favorite') === true,
    starredAt: instantIn(own(record, 'favoriteDate')) ?? addedAt,
    addedAt,
  };
}

/** `Arxiv-2401.01234`, `BiorXiv-10.1101/…`; other sources have ids of their own making. */
function identifierOf(id: string): string | undefined {
  const [source = '', ...rest] = id.split('-');
  const value = rest.join('-');
  if (/^(?:arxiv|biorxiv|medrxiv)$/i.test(source)) return value.replace(/v\d+$/, '');
  return /^(?:acl)$/i.test(source) ? `acl:${value}` : undefined;
}

function citedIn(bibtex: string | undefined): (field: string) => string | undefined {
  for (const piece of bibtexPieces((bibtex ?? '').slice(0, 50_000))) {
    if ('fields' in piece) return (field) => piece.fields.get(field);
  }
  return () => undefined;
}
