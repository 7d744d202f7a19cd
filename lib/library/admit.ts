import type { Progress } from '../domain/backup.ts';
import { type Description, lookupKeys, type PaperRow } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { Place } from '../domain/entry.ts';
import type { Apart } from '../domain/identity.ts';
import type { PaperId } from '../domain/paper.ts';
import { type Settlement, settle } from '../domain/settlement.ts';
import { applySettlement } from './apply-settlement.ts';
import type { Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { papersUnder } from './named.ts';
import { putSightings } from './sightings.ts';

/** Descriptions and sightings on their way into the library, from a page, a file, or an undo. */
export interface Batch {
  descriptions: readonly Description[];
  digests: readonly Digest[];
  sightings: readonly Omit<Sighting, 'paperId'>[];
  /** ISO instant written to merges. */
  at: string;
  /** The place of a paper that is not on the shelf yet, given the keys of its descriptions. */
  placeOf(keys: readonly string[]): Place;
  /** Told as papers are written. */
  progress?: Progress;
}

/**
 * Takes a batch in. Must run inside a writing transaction over `ADMIT_TABLES`. What the user said stays under the names
 * under which it was said: this has no way to change a word.
 */
export async function admit(db: GleanerDatabase, batch: Batch, tally: Tally): Promise<Settlement> {
  const stored = await relatedPapers(db, batch.descriptions);
  const settlement = await settleWithin(db, stored, batch.descriptions);
  await applySettlement(db, settlement, { ...batch, stored }, tally);
  await putSightings(db, batch, settlement.homes, tally);
  return settlement;
}

/** The tables that `admit` reads and writes. */
export const ADMIT_TABLES = [
  'papers',
  'entries',
  'words',
  'digests',
  'sightings',
  'merges',
  'apart',
  'counters',
] as const;

/**
 * Settles stored papers and new descriptions, with what the user has set apart among them.
 * @param more pairs that come in with them
 */
export async function settleWithin(
  db: GleanerDatabase,
  stored: readonly PaperRow[],
  incoming: readonly Description[],
  more: readonly Apart[] = [],
): Promise<Settlement> {
  return settle(stored, incoming, [...(await setApart(db, stored, incoming)), ...more], newPaperId);
}

/** A fresh, opaque paper id: 16 characters, 80 random bits. */
function newPaperId(): PaperId {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return bits.toString(32).padStart(16, '0');
}

/** Every stored paper that shares a key with these descriptions, directly or through other papers. */
export async function relatedPapers(db: GleanerDatabase, descriptions: readonly Description[]): Promise<PaperRow[]> {
  const found = new Map<PaperId, PaperRow>();
  // Into an empty library nothing has to be looked up, however much is coming in.
  if (!(await db.papers.limit(1).primaryKeys()).length) return [];
  const asked = new Set<string>();
  let keys = [...new Set(descriptions.flatMap(lookupKeys))];
  while (keys.length > 0) {
    for (const key of keys) asked.add(key);
    const rows = (await papersUnder(db, keys)).filter(({ id }) => !found.has(id));
    for (const row of rows) found.set(row.id, row);
    keys = [...new Set(rows.flatMap((row) => row.keys))].filter((key) => !asked.has(key));
  }
  return [...found.values()];
}

async function setApart(
  db: GleanerDatabase,
  stored: readonly PaperRow[],
  incoming: readonly Description[],
): Promise<Apart[]> {
  // The user sets few papers apart, so all of them are read sooner than each key is asked for.
  const keys = new Set([...stored.flatMap((row) => row.descriptions), ...incoming].map(({ key }) => key));
  const rows = await db.apart.toArray();
  return rows.map((row) => row.keys).filter(([a, b]) => keys.has(a) && keys.has(b));
}
