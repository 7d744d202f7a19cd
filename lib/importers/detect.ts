import { cslRecords } from './csl-json.ts';
import { isCsvHead } from './csv.ts';
import { isRecord, type Json, own, textAt } from './json-values.ts';
import { paperMemoryRecords } from './papermemory.ts';
import { readHeader } from './text-digest-blocks.ts';

/** The formats that are plain text. */
export type TextFormat = 'bibtex' | 'ris' | 'csv' | 'bookmarks' | 'list';

const HEAD = 200_000;
const BY_NAME: readonly (readonly [RegExp, TextFormat])[] = [
  [/\.bib(?:tex)?$/i, 'bibtex'],
  [/\.ris$/i, 'ris'],
  [/\.(?:csv|tsv)$/i, 'csv'],
];

/** What a text is, other than JSON: by what it holds, and only where that says nothing by the name of its file. */
export function detectText(text: string, name: string): TextFormat | 'text-digest' | 'web-page' {
  const head = text.slice(0, HEAD);
  if (/<!DOCTYPE\s+NETSCAPE-Bookmark/i.test(head)) return 'bookmarks';
  if (/^\s*<(?:!doctype|html|\?xml)\b/i.test(head)) return /<DT>\s*<A\s/i.test(head) ? 'bookmarks' : 'web-page';
  if (readHeader(head.split(/\r\n|[\n\r]/, 200)).ok) return 'text-digest';
  if (/^\s{0,4}TY\s{1,4}-\s/m.test(head)) return 'ris';
  if (/^[ \t]*@[ \t]*[a-z]{2,30}[ \t]*[{(]/im.test(head)) return 'bibtex';
  if (isCsvHead(head)) return 'csv';
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'list';
}

/** Which of our JSON formats a value is; undefined when it is none. */
export function detectJson(value: Json): 'gleaner-json' | 'csl-json' | 'papermemory' | undefined {
  if (textAt(value, 'format') === 'gleaner' && Array.isArray(own(value, 'papers'))) return 'gleaner-json';
  if (isPaperMemory(value)) return 'papermemory';
  const records = cslRecords(value).slice(0, 50);
  return records.some(isCsl) ? 'csl-json' : undefined;
}

function isPaperMemory(value: Json): boolean {
  if (!isRecord(value)) return false;
  if ([value, own(value, 'papers')].some((one) => own(one, '__dataVersion') !== undefined)) return true;
  const records = paperMemoryRecords(value).slice(0, 50);
  return records.some(
    ([id, record]) => textAt(record, 'id') === id && (textAt(record, 'title', 'pdfLink') ?? '') !== '',
  );
}

function isCsl(record: Json): boolean {
  return (
    isRecord(record) &&
    ['title', 'DOI', 'URL', 'issued', 'author', 'number'].some((name) => own(record, name) !== undefined)
  );
}

/** Whether a file begins as a backup of Gleaner does, packed or not. */
export function looksLikeBackup(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  return new TextDecoder()
    .decode(bytes.subarray(0, 80))
    .replace(/^\ufeff/, '')
    .startsWith('{"format":"gleaner-');
}
