import type { BackupReason } from '../../lib/backup/failure.ts';
import { linesOf } from './backup.ts';
import { sealed } from './backup-bytes.ts';
import { SECRET, wholeBackup } from './backup-whole.ts';

/** A file that is no backup, and what must be said of it. */
export interface BadFile {
  name: string;
  bytes: () => Uint8Array;
  /** Any one of these. */
  reasons: readonly BackupReason[];
  line?: number;
  detail?: string;
}

/** A file of which exactly one thing can be said. */
export function bad(
  name: string,
  reason: BackupReason,
  line: number,
  bytes: () => Uint8Array,
  detail?: string,
): BadFile {
  return { name, bytes, reasons: [reason], line, ...(detail === undefined ? {} : { detail }) };
}

type Path = readonly (string | number)[];

/** Files with the right checksum, one thing of which is not as it must be. */
export function editedFiles(): BadFile[] {
  const lines = linesOf(wholeBackup());
  return [...lines.keys()].flatMap((index) => [
    ...wrongTypes(lines, index),
    ...missing(lines, index),
    ...strangers(lines, index),
  ]);
}

const WRONG: readonly unknown[] = [null, { [SECRET]: 1 }, [[SECRET]], -1.5];

/** Every value of every line replaced by ones of other types. */
function wrongTypes(lines: readonly string[], index: number): BadFile[] {
  const record: unknown = JSON.parse(lines[index] ?? '');
  return pathsIn(record).flatMap((path) =>
    wrongFor(path, at(record, path)).map((wrong) => ({
      name: `line ${index + 1}: ${path.join('.')} is ${JSON.stringify(wrong)}`,
      bytes: () => sealed(lines.with(index, JSON.stringify(changed(record, path, () => wrong)))),
      reasons: reasonsFor(index, path),
      line: index + 1,
      ...(index === 0 && path[0] === 'format' ? {} : { detail: path.join('.') }),
    })),
  );
}

/** A place in the list may be any number, and an empty list is what passes for an object of which nothing need be. */
function wrongFor(path: Path, right: unknown): readonly unknown[] {
  if (path.at(-1) === 'order') return WRONG.filter((wrong) => typeof wrong !== 'number');
  return isPlain(right) ? [...WRONG, []] : WRONG;
}

function reasonsFor(index: number, path: Path): BackupReason[] {
  if (index > 0) return ['record-shape'];
  return path[0] === 'format' ? ['not-a-backup'] : ['header'];
}

const OPTIONAL =
  /(?:facts\.(?!title)|sources\.|said\.\w+$|upvotes|comments|digest\.(?:date$|query|title|url)|unit.*year|\.\d+$)/;

/** Every field that must be there taken away. */
function missing(lines: readonly string[], index: number): BadFile[] {
  const record: unknown = JSON.parse(lines[index] ?? '');
  return pathsIn(record)
    .filter((path) => !OPTIONAL.test(path.join('.')) && path.join('.') !== 'digest.date.year')
    .filter((path) => typeof path.at(-1) === 'string')
    .map((path) => ({
      name: `line ${index + 1}: without ${path.join('.')}`,
      bytes: () => sealed(lines.with(index, JSON.stringify(changed(record, path, () => undefined)))),
      reasons: path.length === 1 && index > 0 ? ['record-kind'] : reasonsFor(index, path),
      line: index + 1,
    }));
}

const STRANGE_KEYS = [SECRET, '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** Every object given a field that it has not. */
function strangers(lines: readonly string[], index: number): BadFile[] {
  const record: unknown = JSON.parse(lines[index] ?? '');
  const objects: Path[] = [[], ...pathsIn(record).filter((path) => isPlain(at(record, path)))];
  return objects.flatMap((path) =>
    STRANGE_KEYS.map((key) => ({
      name: `line ${index + 1}: ${key} in ${path.join('.') || 'the record'}`,
      bytes: () => {
        const text = JSON.stringify(changed(record, path, (inside) => ({ ...Object(inside), '\u0001': 1 })));
        return sealed(lines.with(index, text.replace('"\\u0001":1', `"${key}":{"polluted":true}`)));
      },
      reasons: path.length === 0 && index > 0 ? ['record-kind'] : reasonsFor(index, path),
      line: index + 1,
      ...(path.length === 0 && index > 0 ? {} : { detail: [...path, '*'].join('.') }),
    })),
  );
}

/** Every path in a value, to lists and objects as well as to what stands in them. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return [[step], ...pathsIn(inner).map((rest) => [step, ...rest])];
  });
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value);
}

function changed(value: unknown, [step, ...rest]: Path, change: (inner: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  const copy: object = Array.isArray(value) ? [...value] : { ...Object(value) };
  Reflect.set(copy, step, changed(Reflect.get(copy, step), rest, change));
  return copy;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
