import type { Description } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { Words } from '../domain/words.ts';
import type { Brought, Came, GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import { papersNamed } from './named.ts';

/** The rows that an import may touch, by their keys. */
export interface Reach {
  names: readonly string[];
  slots: readonly [digestKey: string, as: string][];
  digests: readonly string[];
  words: readonly string[];
}

/** Those rows as they stand. */
interface Image {
  descriptions: Map<string, Description>;
  sightings: Map<string, Sighting>;
  digests: Map<string, Digest>;
  words: Map<string, Words>;
}

/**
 * Runs `work` and notes what it brought. Runs inside a writing transaction.
 * @returns what came of the work, and the way to take it out again; pairs set apart are for the caller to add
 */
export async function noteBrought<Result>(
  db: GleanerDatabase,
  reach: Reach,
  work: () => Promise<Result>,
): Promise<{ result: Result; brought: Brought }> {
  const before = await imageOf(db, reach);
  const result = await work();
  const after = await imageOf(db, reach);
  const slots = new Map(reach.slots.map((slot) => [slotName(slot), slot]));
  return {
    result,
    brought: {
      descriptions: came(before.descriptions, after.descriptions),
      sightings: came(before.sightings, after.sightings, sightingMark).map(({ key, ...rest }) => ({
        ...rest,
        key: slots.get(key) ?? ['', ''],
      })),
      digests: came(before.digests, after.digests, digestMark),
      words: came(before.words, after.words),
      apart: [],
    },
  };
}

function came<Row>(
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
  markOf: (row: Row) => string = fingerprint,
): Came<string, Row>[] {
  return [...after].flatMap(([key, row]) => {
    const old = before.get(key);
    const mark = markOf(row);
    if (old === undefined) return [{ key, mark }];
    return markOf(old) === mark ? [] : [{ key, mark, before: old }];
  });
}

/** The mark of a sighting: which paper it belongs to may change without anybody having seen it again. */
export function sightingMark({ paperId: _paperId, ...seen }: Sighting): string {
  return fingerprint(seen);
}

/** The mark of a digest: its size follows from its sightings. */
export function digestMark({ size: _size, ...digest }: Digest): string {
  return fingerprint(digest);
}

async function imageOf(db: GleanerDatabase, { names, slots, digests, words }: Reach): Promise<Image> {
  const papers = await papersNamed(db, names);
  const seen = await db.sightings.bulkGet([...slots]);
  const lists = await db.digests.bulkGet([...digests]);
  const said = await db.words.bulkGet([...words]);
  const wanted = new Set(names);
  const described = [...new Set(papers.values())].flatMap((row) => row.descriptions);
  return {
    descriptions: new Map(described.filter(({ key }) => wanted.has(key)).map((one) => [one.key, one])),
    sightings: new Map(seen.flatMap((row) => (row ? [[slotName([row.digestKey, row.as]), row] as const] : []))),
    digests: new Map(lists.flatMap((row) => (row ? [[row.key, row] as const] : []))),
    words: new Map(said.flatMap((row) => (row ? [[row.key, row] as const] : []))),
  };
}

function slotName([digestKey, as]: readonly [string, string]): string {
  return JSON.stringify([digestKey, as]);
}
