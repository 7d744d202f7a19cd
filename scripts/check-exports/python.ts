import { join } from 'node:path';
import { PYTHON } from './programs.ts';
import { linesOf, run } from './run.ts';

const SCRIPT = join(import.meta.dirname, 'read-back.py');

export interface ReadBack {
  records: unknown[];
  complaints: string[];
}

/** What a library of Python reads in a file, and what it complains of. */
export function readWithPython(kind: string, path: string): ReadBack {
  const { code, out, err } = run(PYTHON, [SCRIPT, kind, path]);
  if (code !== 0) return { records: [], complaints: linesOf(err) };
  const read: ReadBack = JSON.parse(out);
  return { records: read.records, complaints: [...read.complaints, ...linesOf(err)] };
}

/** The field at a place of every record that is a list. */
export function fieldAt(records: readonly unknown[], place: number): string[] {
  return records.map((record) => (Array.isArray(record) ? String(record[place]) : ''));
}
