import * as v from 'valibot';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupApart,
  type BackupHeader,
  type BackupMerge,
  type BackupPaper,
  type BackupRecord,
} from '../domain/backup.ts';
import { STATUSES } from '../domain/shelf.ts';
import type { Words } from '../domain/words.ts';
import { count, instant, place } from '../shapes/scraped.ts';
import type { BackupReason } from './failure.ts';
import { description, digest, header, name, notList } from './shapes.ts';

const clock = v.pipe(v.string(), v.regex(/^[0-9a-z]{9}-[0-9a-z]{4}-[^-]{1,64}$/));
const word = <Value extends v.GenericSchema>(value: Value) => v.exactOptional(v.strictObject({ value, clock }));

const words: v.GenericSchema<unknown, Words> = v.strictObject({
  key: name,
  said: v.pipe(
    notList,
    v.strictObject({
      status: word(v.picklist(STATUSES)),
      starred: word(v.boolean()),
      tags: word(v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(1_000))),
      note: word(v.pipe(v.string(), v.maxLength(1_000_000))),
      removed: word(v.boolean()),
      cited: word(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w:.+/-]{0,119}$/))),
    }),
  ),
});

const sighting = v.strictObject({
  digestKey: name,
  as: name,
  rank: place,
  upvotes: v.exactOptional(count),
  comments: v.exactOptional(count),
  seenAt: instant,
  lastSeenAt: instant,
});

const paper: v.GenericSchema<unknown, BackupPaper> = v.strictObject({
  id: v.pipe(name, v.maxLength(100)),
  descriptions: v.pipe(v.array(description), v.minLength(1)),
  addedAt: instant,
  order: v.pipe(v.number(), v.finite()),
  words: v.array(words),
  sightings: v.array(sighting),
});

const apart: v.GenericSchema<unknown, BackupApart> = v.strictObject({ keys: v.strictTuple([name, name]) });

const names = v.array(name);
const merge: v.GenericSchema<unknown, BackupMerge> = v.strictObject({
  at: instant,
  kept: names,
  absorbed: names,
  because: names,
});

const last = v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

const KINDS: ReadonlyMap<string, v.GenericSchema<unknown, BackupRecord>> = new Map<
  string,
  v.GenericSchema<unknown, BackupRecord>
>([
  ['paper', v.strictObject({ paper })],
  ['digest', v.strictObject({ digest })],
  ['apart', v.strictObject({ apart })],
  ['merge', v.strictObject({ merge })],
]);

/** What is wrong with one line, before its number is known. */
export interface Fault {
  reason: BackupReason;
  /** A path to a field; never content. */
  detail?: string;
}

/**
 * Reads one record.
 * @returns a fresh object with known fields only, or what is wrong with it
 */
export function parseRecord(value: unknown): BackupRecord | Fault {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const kind = KINDS.get(fields[0] ?? '');
  if (!kind || fields.length !== 1) return { reason: 'record-kind' };
  const parsed = v.safeParse(kind, value, { abortEarly: true });
  return parsed.success ? parsed.output : { reason: 'record-shape', detail: pathOf(parsed.issues[0]) };
}

/**
 * Reads the first line.
 * @returns the header, or what is wrong with it: a header of another format, of a later version, or not as it must be
 */
export function parseHeader(value: unknown): BackupHeader | Fault {
  const format = fieldOf(value, 'format');
  const version = fieldOf(value, 'version');
  if (format !== BACKUP_FORMAT) return { reason: 'not-a-backup' };
  if (Number.isInteger(version) && Number(version) > BACKUP_VERSION) return { reason: 'newer-version' };
  const parsed = v.safeParse(header, value, { abortEarly: true });
  return parsed.success ? parsed.output : { reason: 'header', detail: pathOf(parsed.issues[0]) };
}

/** The checksum that a last line holds; undefined for any other line. */
export function parseChecksum(value: unknown): string | undefined {
  const parsed = v.safeParse(last, value);
  return parsed.success ? parsed.output.sha256 : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

/** A field that is not known is named by what it stands in, since its own name is content of the file. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  return (issue.expected === 'never' ? [...path.slice(0, -1), '*'] : path).join('.');
}
