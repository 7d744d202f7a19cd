import type { Digest, SiteId } from '../domain/digest.ts';
import { joinDigests } from '../domain/join-sightings.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Change } from './apply-changes.ts';
import { add, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import type { HeldPaper } from './held.ts';

/** The papers seen in a digest, in no order. */
export interface MembersRow {
  digestKey: string;
  ids: Uint32Array;
}

/** What a change of papers does to digests, by their keys. */
export interface SightingShift {
  /** Sightings more or, negative, fewer. */
  sizes: Map<string, number>;
  gone: Map<string, PaperId[]>;
  come: Map<string, PaperId[]>;
  /** Every digest in which one of the papers was or is seen. */
  touched: Set<string>;
  /** Sightings more in all. */
  sightings: number;
}

/** Where papers are seen no longer and where they are seen now. */
export function sightingShift(papers: ReadonlyMap<PaperId, Change<HeldPaper>>): SightingShift {
  const shift: SightingShift = { sizes: new Map(), gone: new Map(), come: new Map(), touched: new Set(), sightings: 0 };
  for (const [id, { before, after }] of papers) {
    if (before?.sightings === after?.sightings) continue;
    const [old, now] = [digestsIn(before), digestsIn(after)];
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const more = (now.get(key) ?? 0) - (old.get(key) ?? 0);
      shift.touched.add(key);
      shift.sightings += more;
      shift.sizes.set(key, (shift.sizes.get(key) ?? 0) + more);
      if (!now.has(key)) note(shift.gone, key, id);
      if (!old.has(key)) note(shift.come, key, id);
    }
  }
  return shift;
}

function digestsIn(paper: HeldPaper | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { digestKey } of paper?.sightings ?? []) counts.set(digestKey, (counts.get(digestKey) ?? 0) + 1);
  return counts;
}

function note(papers: Map<string, PaperId[]>, key: string, id: PaperId): void {
  const known = papers.get(key);
  if (known) known.push(id);
  else papers.set(key, [id]);
}

/**
 * Writes members and sizes of digests, inside the running transaction. A digest that has lost its last sighting goes.
 * @returns the digests that became smaller, as they were before, and the site of each one that is touched
 */
export async function changeDigests(
  db: GleanerDatabase,
  shift: SightingShift,
  tally: Tally,
): Promise<{ shrunk: Digest[]; siteOf: Map<string, SiteId> }> {
  const digests = (await db.digests.bulkGet([...shift.touched])).flatMap((digest) => digest ?? []);
  const sized = digests.filter(({ key }) => (shift.sizes.get(key) ?? 0) !== 0);
  const after = sized.map((digest) => ({ ...digest, size: digest.size + (shift.sizes.get(digest.key) ?? 0) }));
  const shrunk = sized.filter(({ key }) => (shift.sizes.get(key) ?? 0) < 0);
  const empty = after.filter(({ size }) => size <= 0).map(({ key }) => key);
  await db.digests.bulkPut(after.filter(({ size }) => size > 0));
  await db.digests.bulkDelete(empty);
  add(tally, 'digests', -empty.length);
  await changeMembers(db, shift);
  return { shrunk, siteOf: new Map(digests.map(({ key, site }) => [key, site])) };
}

async function changeMembers(db: GleanerDatabase, { gone, come }: SightingShift): Promise<void> {
  const keys = [...new Set([...gone.keys(), ...come.keys()])];
  const known = await db.members.bulkGet(keys);
  const after = keys.map((digestKey, index): MembersRow => {
    const going = new Set(gone.get(digestKey));
    const left = [...(known[index]?.ids ?? [])].filter((id) => !going.has(id));
    return { digestKey, ids: Uint32Array.from([...left, ...(come.get(digestKey) ?? [])]) };
  });
  await db.members.bulkPut(after.filter(({ ids }) => ids.length > 0));
  await db.members.bulkDelete(after.filter(({ ids }) => ids.length === 0).map(({ digestKey }) => digestKey));
}

/** Joins what digests say of themselves into the library, inside the running transaction; their sizes follow later. */
export async function putDigests(db: GleanerDatabase, digests: readonly Digest[], tally: Tally): Promise<void> {
  const stored = await db.digests.bulkGet(digests.map(({ key }) => key));
  await db.digests.bulkPut(
    digests.map((digest, index) => {
      const known = stored[index];
      return { ...(known ? joinDigests(known, digest) : digest), size: known?.size ?? 0 };
    }),
  );
  add(tally, 'digests', stored.filter((digest) => !digest).length);
}

/** The papers seen in any of these digests. */
export async function membersOf(db: GleanerDatabase, keys: readonly string[]): Promise<Set<PaperId>> {
  const rows = await db.members.bulkGet([...keys]);
  return new Set(rows.flatMap((row) => [...(row?.ids ?? [])]));
}
