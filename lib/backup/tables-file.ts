import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Outcome } from '../domain/outcome.ts';
import type { TableRow } from '../library/table-rows.ts';
import { SCHEMA_VERSION } from '../library/tables.ts';
import { type BackupFailure, Refusal } from './failure.ts';
import { readJson } from './line-json.ts';
import { startLines } from './lines.ts';
import { plainBytes } from './plain-bytes.ts';

/**
 * The tables of a database as they stand, row by row: what is kept before an upgrade rewrites them. Packed, with a header
 * and a checksum like a backup, but in the shape of one version's tables, whatever that was.
 */
const TABLES_FORMAT = 'gleaner-tables';

export interface TablesFile {
  /** The version of the tables. */
  version: number;
  rows: TableRow[];
}

/** Writes rows of tables as a file. @param exportedAt ISO instant */
export function writeTables(
  { version, rows }: TablesFile,
  exportedAt: string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  const lines = [{ format: TABLES_FORMAT, version, exportedAt }, ...rows].values();
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const { done, value } = lines.next();
      const line = encoder.encode(`${JSON.stringify(done ? { sha256: bytesToHex(hash.digest()) } : value)}\n`);
      if (!done) hash.update(line);
      controller.enqueue(line);
      if (done) controller.close();
    },
  });
  return plain.pipeThrough(new CompressionStream('gzip'));
}

/** The version of the tables in a file, by its first line; undefined when it is another kind of file. */
export async function tablesVersion(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<number | undefined> {
  try {
    const lines = startLines();
    for await (const chunk of plainBytes(file, {}, () => 1)) {
      for (const line of lines.push(chunk)) return versionIn(readJson(line, 1));
    }
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Reads such a file and checks it whole; a bad file never throws. */
export async function readTables(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Outcome<TablesFile, BackupFailure>> {
  try {
    return { ok: true, value: await readChecked(file) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, ...error.failure };
    throw error;
  }
}

async function readChecked(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<TablesFile> {
  const lines = startLines();
  const hash = sha256.create();
  const rows: TableRow[] = [];
  let version: number | undefined;
  let checksum: string | undefined;
  for await (const chunk of plainBytes(file, {}, () => Math.max(1, lines.count))) {
    for (const bytes of lines.push(chunk)) {
      const value = readJson(bytes, lines.count);
      if (checksum !== undefined) throw new Refusal('after-end', lines.count);
      if (version === undefined) version = checkedVersion(value);
      else if (isRow(value)) rows.push(rowFrom(value));
      else checksum = property(value, 'sha256');
      if (checksum === undefined) hash.update(bytes);
    }
  }
  if (version === undefined || checksum === undefined) throw new Refusal('cut-off', Math.max(1, lines.count));
  if (bytesToHex(hash.digest()) !== checksum) throw new Refusal('checksum', lines.count);
  return { version, rows };
}

function checkedVersion(header: unknown): number {
  const version = versionIn(header);
  if (version === undefined) throw new Refusal('not-a-backup', 1);
  if (version > SCHEMA_VERSION) throw new Refusal('newer-version', 1);
  return version;
}

function versionIn(header: unknown): number | undefined {
  if (property(header, 'format') !== TABLES_FORMAT) return undefined;
  const version = typeof header === 'object' && header !== null ? Reflect.get(header, 'version') : undefined;
  return Number.isInteger(version) && version >= 1 ? version : undefined;
}

function isRow(value: unknown): value is TableRow {
  return property(value, 'table') !== undefined && typeof value === 'object' && value !== null && 'row' in value;
}

function rowFrom({ table, row, key }: TableRow): TableRow {
  return { table, row, ...(typeof key === 'number' ? { key } : {}) };
}

function property(value: unknown, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}
