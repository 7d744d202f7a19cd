import type { Digest } from '../../lib/domain/digest.ts';
import type { CounterRow } from '../../lib/library/database.ts';
import type { HeldEntry, HeldPaper } from '../../lib/library/held.ts';
import type { Pack } from '../../lib/library/packed.ts';
import { columnMisfits, type Derived, keyMisfits, memberMisfits, standing } from './derived-rows.ts';

/** What lies in the stores, counted past all of Gleaner's own code. */
export interface Census {
  papers: number;
  entries: number;
  digests: number;
  sightings: number;
  /** Descriptions that stand in more than one paper. */
  twice: number;
  /**
   * Rows that do not fit the others, a few words each: an entry without its paper, a digest that says another size than
   * it has, a key that leads nowhere, a column that disagrees with the papers.
   */
  unfit: string[];
  /** Counters that differ from what they count. */
  miscounted: string[];
  /** Sightings of the digest that was asked for. */
  seen: number;
}

/** The stores that are counted, row by row as they lie there. */
export interface Counted extends Derived {
  paperPacks: Pack<HeldPaper>[];
  entryPacks: Pack<HeldEntry>[];
  digests: Digest[];
  counters: CounterRow[];
}

export const COUNTED = [
  'paperPacks',
  'entryPacks',
  'digests',
  'counters',
  'keyBuckets',
  'members',
  'columns',
  'meta',
] as const satisfies (keyof Counted)[];

/** Papers in a record. */
const SIZES = { papers: 16, entries: 128 };

/** Counts a library. @param digestKey the digest of which `seen` is to tell */
export function countStores(stores: Counted, digestKey: string): Census {
  const papers = rowsIn(stores.paperPacks, SIZES.papers);
  const entries = rowsIn(stores.entryPacks, SIZES.entries);
  const held = [...papers].flatMap(([id, { descriptions }]) => descriptions.map(({ key }) => [key, id] as const));
  const seen = [...papers.values()].flatMap(({ sightings }) => sightings);
  const unfit = [
    ...rowMisfits(papers, entries),
    ...digestMisfits(papers, stores.digests),
    ...memberMisfits(papers, stores),
    ...keyMisfits(papers, stores),
    ...columnMisfits(papers, entries, stores),
  ];
  const counts = { papers: papers.size, digests: stores.digests.length, sightings: seen.length };
  return {
    ...counts,
    entries: entries.size,
    twice: held.length - new Map(held).size,
    unfit,
    miscounted: miscounted({ ...counts, ...wordCounts(entries.values()) }, stores.counters),
    seen: seen.filter((sighting) => sighting.digestKey === digestKey).length,
  };
}

function rowsIn<Row>(packs: readonly Pack<Row>[], size: number): Map<number, Row> {
  return new Map(
    packs.flatMap(({ pack, rows }) =>
      rows.flatMap((row, slot): [number, Row][] => (row ? [[pack * size + slot, row]] : [])),
    ),
  );
}

function rowMisfits(papers: ReadonlyMap<number, HeldPaper>, entries: ReadonlyMap<number, HeldEntry>): string[] {
  const misfits = [...entries.keys()].filter((id) => !papers.has(id)).map((id) => `entry ${id} has no paper`);
  for (const [id, { descriptions, sightings }] of papers) {
    const names = descriptions.map(({ key }) => key);
    for (const { as } of sightings) if (!names.includes(as)) misfits.push(`paper ${id} was never seen as ${as}`);
    const entry = entries.get(id);
    if (!entry) misfits.push(`paper ${id} has no entry`);
    else if (names.join('\n') !== entry.names.join('\n')) misfits.push(`the entry of paper ${id} has other names`);
    for (const { key } of entry?.words ?? []) if (!names.includes(key)) misfits.push(`words of ${id} under ${key}`);
  }
  return misfits;
}

function digestMisfits(papers: ReadonlyMap<number, HeldPaper>, digests: readonly Digest[]): string[] {
  const sizes = new Map<string, number>();
  for (const { sightings } of papers.values()) {
    for (const { digestKey } of sightings) sizes.set(digestKey, (sizes.get(digestKey) ?? 0) + 1);
  }
  const known = new Set(digests.map(({ key }) => key));
  const wrong = digests.filter(({ key, size }) => (sizes.get(key) ?? 0) !== size);
  return [
    ...wrong.map(({ key, size }) => `digest ${key} says ${size}`),
    ...[...sizes.keys()].filter((key) => !known.has(key)).map((key) => `digest ${key} is not there`),
  ];
}

/** What the user said, counted from the words themselves. */
function wordCounts(entries: Iterable<HeldEntry>): Record<string, number> {
  const counts: Record<string, number> = {
    unread: 0,
    reading: 0,
    read: 0,
    skipped: 0,
    starred: 0,
    removed: 0,
    spoken: 0,
  };
  const count = (name: string, holds = true) => {
    if (holds) counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { words } of entries) {
    const { status, starred, removed, tags } = standing(words);
    count(
      'spoken',
      words.some(({ said }) => Object.keys(said).length > 0),
    );
    count(removed ? 'removed' : status);
    count('starred', starred && !removed);
    if (!removed) for (const tag of tags) count(`tag:${tag}`);
  }
  return counts;
}

function miscounted(counts: Readonly<Record<string, number>>, counters: readonly CounterRow[]): string[] {
  const counted = new Map<string, number>(counters.map(({ name, value }) => [name, value]));
  const uses = [...counted.keys()].filter((name) => name.startsWith('tag:'));
  const names = new Set([...Object.keys(counts), ...uses]);
  return [...names].filter((name) => (counted.get(name) ?? 0) !== (counts[name] ?? 0));
}
