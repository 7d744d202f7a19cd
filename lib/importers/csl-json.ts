import { publishedFrom, publishedIn } from './file-dates.ts';
import { type RawPaper, startGathering } from './gather.ts';
import type { ImportRead, Turn } from './imported.ts';
import { isRecord, type Json, listAt, own, textAt, textsAt } from './json-values.ts';
import { personName } from './person-name.ts';

// Zotero writes <i>, <b>, <sub>, <sup> and <span class="nocase"> into titles, Crossref JATS into abstracts. Only marks
// that are opened and closed again are taken for mark-up.
const MARKED =
  /<(i|b|sub|sup|sc|span|p|em|strong|jats:[a-z-]+)(?: (?:class|style|id)="[\w :;-]{0,60}")?>([^<>]*)<\/\1>/gi;
const MOST_DEPTH = 5;

/** The records of a CSL-JSON file: a list, `{ items: [...] }`, or one record. */
export function cslRecords(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  const items = listAt(value, 'items');
  return items.length > 0 ? items : [value];
}

/** Reads CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), also as Zotero and Pandoc write it. */
export async function readCslJson(value: Json, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  for (const [place, record] of cslRecords(value).entries()) {
    await turn(place);
    if (!isRecord(record))
      gathering.refuse(place + 1, String(JSON.stringify(record) ?? record).slice(0, 200), 'not-a-record');
    else gathering.add(rawOf(record), place + 1, textAt(record, 'id', 'citation-key', 'DOI') ?? '{}');
  }
  return gathering;
}

function rawOf(record: object): RawPaper {
  const creators = listAt(record, 'author');
  const container = textAt(record, 'container-title', 'event-title', 'collection-title');
  return {
    title: unmarked(textAt(record, 'title')),
    authors: (creators.length > 0 ? creators : listAt(record, 'editor')).flatMap((one) => nameOf(one) ?? []),
    abstract: unmarked(textAt(record, 'abstract')),
    published: dateOf(own(record, 'issued')) ?? dateOf(own(record, 'submitted')),
    venue: /^arxiv$/i.test(container ?? '') ? undefined : unmarked(container),
    names: [
      ...['number', 'archive_location', 'archiveLocation', 'DOI'].map((name) => textAt(record, name)),
      pmidOf(textAt(record, 'PMID')),
      textAt(record, 'URL'),
    ],
    page: textAt(record, 'URL'),
    tags: [...textsAt(record, 'tags'), ...textsAt(record, 'categories'), ...keywordsOf(record)],
    extra: textAt(record, 'note'),
    addedAt: undefined,
  };
}

function pmidOf(text: string | undefined): string | undefined {
  return text && `pmid:${text}`;
}

function keywordsOf(record: object): string[] {
  return textsAt(record, 'keyword')
    .flatMap((text) => text.split(/[;\n]/.test(text) ? /[;\n]/ : ','))
    .map((tag) => tag.trim());
}

/** A name in its parts, or as one (`literal`). */
function nameOf(creator: Json): string | undefined {
  const literal = textAt(creator, 'literal', 'name');
  if (literal !== undefined) return literal;
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
  const name = parts.flatMap((part) => textAt(creator, part)?.trim() ?? []).join(' ');
  if (name !== '') return name;
  return typeof creator === 'string' ? personName(creator) : undefined;
}

/** `date-parts`, whose numbers some programs write as texts, or a date in words. */
function dateOf(date: Json): string | undefined {
  const parts = listAt(date, 'date-parts')[0];
  if (Array.isArray(parts)) return publishedFrom(parts[0], parts[1], parts[2]);
  return publishedIn(textAt(date, 'raw', 'literal') ?? (typeof date === 'string' ? date : undefined));
}

function unmarked(text: string | undefined): string | undefined {
  let plain = text;
  for (let depth = 0; depth < MOST_DEPTH && plain?.includes('</'); depth += 1) plain = plain.replace(MARKED, '$2');
  return plain;
}
