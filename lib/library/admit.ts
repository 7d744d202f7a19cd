import type { Progress } from '../domain/backup.ts';
import { type Description, lookupKeys } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { Place } from '../domain/entry.ts';
import type { Apart } from '../domain/identity.ts';
import type { PaperId } from '../domain/paper.ts';
import { type Settlement, settle } from '../domain/settlement.ts';
import type { Words } from '../domain/words.ts';
import { PAPER_TABLES } from './apply-changes.ts';
import { applySettlement } from './apply-settlement.ts';
import type { Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { putDigests } from './digest-members.ts';
import { type HeldPaper, namesIn, rowOf } from './held.ts';
import { keysOf, papersUnder } from './keys.ts';

/** Descriptions and sightings on their way into the library, from a page, a file, or an undo. */
export interface Batch {
  descriptions: readonly Description[];
  digests: readonly Digest[];
  sightings: readonly Sighting[];
  /** What was said elsewhere, to be joined to what is said here. */
  words?: readonly Words[];
  /** ISO instant written to merges. */
  at: string;
  /** The place of a paper that is not on the shelf yet, given the keys of its descriptions. */
  placeOf(keys: readonly string[]): Place;
  /** Told as papers are written. */
  progress?: Progress;
}

/**
 * Takes a batch in. Must run inside a writing transaction over `ADMIT_TABLES`. What the user said stays under the names
 * under which it was said: a capture brings no words, and has no way to change one.
 */
export async function admit(db: GleanerDatabase, batch: Batch, tally: Tally): Promise<Settlement> {
  const stored = await relatedPapers(db, batch.descriptions);
  const settlement = await settleWithin(db, stored, batch.descriptions);
  await putDigests(db, batch.digests, tally);
  return applySettlement(db, settlement, { ...batch, stored }, tally);
}

/** The tables that `admit` reads and writes. */
export const ADMIT_TABLES = [...PAPER_TABLES, 'merges', 'apart'] as const;

/**
 * Settles stored papers and new descriptions, with what the user has set apart among them. Papers that are new have
 * numbers below 0 until they are written.
 * @param more pairs that come in with them
 */
export async function settleWithin(
  db: GleanerDatabase,
  stored: ReadonlyMap<PaperId, HeldPaper>,
  incoming: readonly Description[],
  more: readonly Apart[] = [],
): Promise<Settlement> {
  const rows = [...stored].map(([id, paper]) => rowOf(id, paper));
  const names = new Set([...[...stored.values()].flatMap(namesIn), ...incoming.map(({ key }) => key)]);
  // The user sets few papers apart, so all of them are read sooner than each key is asked for.
  const apart = (await db.apart.toArray()).map(({ keys }) => keys).filter(([a, b]) => names.has(a) && names.has(b));
  let last = 0;
  const nextId = () => {
    last -= 1;
    return last;
  };
  return settle(rows, incoming, [...apart, ...more], nextId);
}

/** Every stored paper that shares a key with these descriptions, directly or through other papers. */
export async function relatedPapers(
  db: GleanerDatabase,
  descriptions: readonly Description[],
): Promise<Map<PaperId, HeldPaper>> {
  const found = new Map<PaperId, HeldPaper>();
  // Into an empty library nothing has to be looked up, however much is coming in.
  if (!(await db.paperPacks.limit(1).primaryKeys()).length) return found;
  const asked = new Set<string>();
  let keys = [...new Set(descriptions.flatMap(lookupKeys))];
  while (keys.length > 0) {
    for (const key of keys) asked.add(key);
    const fresh = [...(await papersUnder(db, keys))].filter(([id]) => !found.has(id));
    for (const [id, paper] of fresh) found.set(id, paper);
    keys = [...new Set(fresh.flatMap(([, paper]) => [...keysOf(paper)]))].filter((key) => !asked.has(key));
  }
  return found;
}
