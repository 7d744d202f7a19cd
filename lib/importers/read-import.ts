import type { Capture } from '../domain/capture.ts';
import type { Outcome } from '../domain/outcome.ts';
import { readBibtex } from './bibtex.ts';
import { readBookmarks } from './bookmarks.ts';
import { readCslJson } from './csl-json.ts';
import { readCsv } from './csv.ts';
import { detectJson, detectText, type TextFormat } from './detect.ts';
import { TooMuch } from './gather.ts';
import { readGleanerJson } from './gleaner-json.ts';
import type { ImportFailure, ImportFormat, ImportRead, Turn } from './imported.ts';
import { IMPORT_LIMITS } from './imported.ts';
import { isNestedTooDeep } from './json-depth.ts';
import { isRecord, type Json } from './json-values.ts';
import { readList } from './list.ts';
import { readPaperMemory } from './papermemory.ts';
import { readRis } from './ris.ts';
import { readTextDigest } from './text-digest.ts';

/** What a file holds: papers of any format, or the digest that a text is. */
export type ImportContents =
  | ({ format: Exclude<ImportFormat, 'backup' | 'text-digest'> } & ImportRead)
  | { format: 'text-digest'; capture: Capture };

export interface ImportOptions {
  /** The file's name, empty for pasted text. */
  name: string;
  /** ISO instant of the reading. */
  seenAt: string;
  /** Awaited often with how much is done of how much; may throw, to stop. */
  turn?: (done: number, total: number) => Promise<void>;
}

/**
 * Reads a text of any kind that Gleaner takes in. What it is, its content tells first and its name second.
 * @returns all that could be read and what could not, or why nothing could; a bad file never throws
 */
export async function readImport(
  text: string,
  options: ImportOptions,
): Promise<Outcome<ImportContents, ImportFailure>> {
  try {
    return await readText(text, options);
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, code: 'too-much' };
    throw error;
  }
}

async function readText(
  text: string,
  { name, seenAt, turn = async () => undefined }: ImportOptions,
): Promise<Outcome<ImportContents, ImportFailure>> {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return { ok: false, code: 'empty', line: 1 };
  if (plain.length > IMPORT_LIMITS.bytes) return { ok: false, code: 'too-much' };
  const inText: Turn = (done) => turn(done, plain.length);
  if (/^\s*[{[]/.test(plain)) {
    const read = await readJson(plain, turn);
    if (read) return read;
  }
  const format = detectText(plain, name);
  if (format === 'web-page') return { ok: false, code: 'web-page' };
  if (format === 'text-digest') return asDigest(plain, { name, seenAt, turn: inText });
  const read = await readers[format](plain, inText);
  if (format !== 'list') return whole(format, read);
  if (read.papers.length > 0) return { ok: true, value: { format, ...contents(read) } };
  return unnamed(plain, { name, seenAt, turn: inText });
}

const readers: Record<TextFormat, (text: string, turn: Turn) => Promise<ImportRead>> = {
  bibtex: readBibtex,
  ris: readRis,
  csv: readCsv,
  bookmarks: readBookmarks,
  list: readList,
};

function contents({ papers, refused }: ImportRead): ImportRead {
  return { papers, refused };
}

function whole(
  format: Exclude<ImportFormat, 'backup' | 'text-digest'>,
  read: ImportRead,
): Outcome<ImportContents, ImportFailure> {
  if (read.papers.length > 0) return { ok: true, value: { format, ...contents(read) } };
  const [first] = read.refused;
  return { ok: false, code: 'nothing', ...(first ? { line: first.line, excerpt: first.what } : {}) };
}

/** @returns undefined for a text that begins like JSON and may yet be something else, such as a list in brackets */
async function readJson(
  text: string,
  turn: NonNullable<ImportOptions['turn']>,
): Promise<Outcome<ImportContents, ImportFailure> | undefined> {
  const value = isNestedTooDeep(text) ? undefined : parsed(text);
  if (value === undefined)
    return /^\s*(?:\{\s*"|\[\s*[{"\]])/.test(text) ? { ok: false, code: 'broken-json' } : undefined;
  const format = detectJson(value);
  // A list in brackets holds identifiers, and reads as JSON by chance.
  if (format === undefined)
    return Array.isArray(value) && !value.some(isRecord) ? undefined : { ok: false, code: 'unknown' };
  const inRecords: Turn = (done) => turn(done, Math.max(done + 1, text.length / 2_000));
  const readers = { 'gleaner-json': readGleanerJson, 'csl-json': readCslJson, papermemory: readPaperMemory };
  return whole(format, await readers[format](value, inRecords));
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Brackets nested too deep are a RangeError in some engines.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

type DigestOptions = Pick<ImportOptions, 'name' | 'seenAt'> & { turn: Turn };

async function asDigest(
  text: string,
  { name, seenAt, turn }: DigestOptions,
): Promise<Outcome<ImportContents, ImportFailure>> {
  const read = await readTextDigest(text, { name, seenAt, breathe: () => turn(0) });
  return read.ok ? { ok: true, value: { format: 'text-digest', capture: read.value } } : read;
}

/**
 * What a text is that names no paper: where it is laid out like a digest, what is wrong with the digest helps more than
 * that it is nothing at all.
 */
async function unnamed(text: string, options: DigestOptions): Promise<Outcome<ImportContents, ImportFailure>> {
  const read = await asDigest(text, options);
  if (read.ok || read.code !== 'no-date') return read;
  const isLaidOut = /\S[^\n]*(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r)\s*\S/.test(text.slice(0, 20_000));
  return isLaidOut ? read : { ok: false, code: 'unknown' };
}
