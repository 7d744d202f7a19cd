import { lookupKeyOf, lookupKeys } from '../domain/description.ts';
import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from './database.ts';
import { type HeldPaper, namesIn } from './held.ts';

/** Numbers of papers by a part of the hash of a key: pairs of hash and paper, one after the other. */
export interface KeyBucket {
  bucket: number;
  prints: Uint32Array;
}

/**
 * However many papers there are, a key is looked up in one record of this many: some 130 keys of a page cost the same
 * in a library of a thousand and of a million, where an index of the browser's own would double what a paper costs.
 */
export const BUCKETS = 4_096;

/** The hash of a key: FNV-1a over its UTF-16 units, with MurmurHash3's last mixing so that every bit counts. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Papers that may stand under one of these keys; other keys may have the same hash. */
async function candidates(db: GleanerDatabase, keys: readonly string[]): Promise<PaperId[]> {
  const hashes = new Set(keys.map(keyHash));
  const numbers = new Set([...hashes].map((hash) => hash % BUCKETS));
  const ids = new Set<PaperId>();
  for (const row of await db.keyBuckets.bulkGet([...numbers])) {
    const prints = row?.prints ?? new Uint32Array();
    for (let at = 0; at < prints.length; at += 2) if (hashes.has(prints[at] ?? -1)) ids.add(prints[at + 1] ?? 0);
  }
  return [...ids];
}

/** The papers under any of these keys. */
export async function papersUnder(db: GleanerDatabase, keys: readonly string[]): Promise<Map<PaperId, HeldPaper>> {
  const wanted = new Set(keys);
  const papers = await db.papers.get(await candidates(db, keys));
  return new Map([...papers].filter(([, { descriptions }]) => descriptions.flatMap(lookupKeys).some(isIn(wanted))));
}

/** The papers that descriptions belong to now, by the descriptions' keys. Those that are nowhere are left out. */
export async function idsNamed(db: GleanerDatabase, names: Iterable<string>): Promise<Map<string, PaperId>> {
  const wanted = new Set(names);
  const entries = await db.entries.get(await candidates(db, [...wanted].map(lookupKeyOf)));
  return new Map([...entries].flatMap(([id, entry]) => entry.names.filter(isIn(wanted)).map((name) => [name, id])));
}

function isIn(wanted: ReadonlySet<string>): (key: string) => boolean {
  return (key) => wanted.has(key);
}

/** The keys under which a paper can be looked up. */
export function keysOf(paper: Pick<HeldPaper, 'descriptions'> | undefined): Set<string> {
  return new Set(paper?.descriptions.flatMap(lookupKeys) ?? []);
}

export type KeyChange = readonly [key: string, id: PaperId];

/** Takes keys of papers away and adds others, inside the running transaction. */
export async function changeKeys(
  db: GleanerDatabase,
  gone: readonly KeyChange[],
  come: readonly KeyChange[],
): Promise<void> {
  const [going, coming] = [byBucket(gone), byBucket(come)];
  const numbers = [...new Set([...going.keys(), ...coming.keys()])].sort((a, b) => a - b);
  const known = await db.keyBuckets.bulkGet(numbers);
  const after = numbers.map((bucket, index): KeyBucket => {
    const left = without(known[index]?.prints ?? new Uint32Array(), going.get(bucket) ?? []);
    return { bucket, prints: Uint32Array.of(...left, ...(coming.get(bucket) ?? []).flat()) };
  });
  await db.keyBuckets.bulkPut(after.filter(({ prints }) => prints.length > 0));
  await db.keyBuckets.bulkDelete(after.filter(({ prints }) => prints.length === 0).map(({ bucket }) => bucket));
}

type Print = readonly [hash: number, id: PaperId];

function byBucket(changes: readonly KeyChange[]): Map<number, Print[]> {
  const prints = changes.map(([key, id]): Print => [keyHash(key), id]);
  return Map.groupBy(prints, ([hash]) => hash % BUCKETS);
}

/** Each print goes once: two keys of one paper may have the same hash. */
function without(prints: Uint32Array, gone: readonly Print[]): number[] {
  const going = new Map<string, number>();
  for (const print of gone) going.set(print.join(), (going.get(print.join()) ?? 0) + 1);
  const left: number[] = [];
  for (let at = 0; at < prints.length; at += 2) {
    const [hash, id] = [prints[at] ?? 0, prints[at + 1] ?? 0];
    const name = going.size > 0 ? `${hash},${id}` : '';
    const count = going.get(name) ?? 0;
    if (count > 0) going.set(name, count - 1);
    else left.push(hash, id);
  }
  return left;
}

/** The papers that descriptions belong to now, whole, by the descriptions' keys. */
export async function papersNamed(
  db: GleanerDatabase,
  names: readonly string[],
): Promise<Map<string, HeldPaper & { id: PaperId }>> {
  const wanted = new Set(names);
  const papers = await papersUnder(db, [...new Set([...wanted].map(lookupKeyOf))]);
  return new Map(
    [...papers].flatMap(([id, paper]) => {
      const whole = { id, ...paper };
      return namesIn(paper)
        .filter(isIn(wanted))
        .map((name) => [name, whole]);
    }),
  );
}
