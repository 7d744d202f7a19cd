import type { Description } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { Words } from '../domain/words.ts';
import type { Brought, Came, GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import { papersNamed } from './keys.ts';
import { slotOf } from './settled-sightings.ts';

/** What an import offers: the rows that it may bring or change. */
export interface Offer {
  descriptions: readonly Description[];
  sightings: readonly Sighting[];
  digests: readonly Digest[];
  words: readonly Words[];
  /** Whether each row is offered once, so that an empty library takes it as it is. */
  isDistinct: boolean;
}

/** Rows by their names. */
interface Image {
  descriptions: Map<string, Description>;
  sightings: Map<string, Sighting>;
  digests: Map<string, Digest>;
  words: Map<string, Words>;
}

/**
 * Runs `work` and notes what it brought of an offer. Runs inside a writing transaction.
 * @returns what came of the work, and the way to take it out again; pairs set apart are for the caller to add
 */
export async function noteBrought<Result>(
  db: GleanerDatabase,
  offer: Offer,
  work: () => Promise<Result>,
): Promise<{ result: Result; brought: Brought }> {
  const offered = imageOf(offer);
  // Into an empty library everything comes as it was offered: nothing has to be read, before or after.
  const isEmpty = offer.isDistinct && (await isEmptyLibrary(db));
  const before = isEmpty
    ? imageOf({ descriptions: [], sightings: [], digests: [], words: [] })
    : await readImage(db, offered);
  const result = await work();
  const after = isEmpty ? offered : await readImage(db, offered);
  const slots = new Map(
    offer.sightings.map(({ digestKey, as }) => [slotOf({ digestKey, as }), [digestKey, as] as const]),
  );
  const sightings = came(before.sightings, after.sightings, sightingMark).map(({ key, ...rest }) => {
    const [digestKey = '', as = ''] = slots.get(key) ?? [];
    return { ...rest, key: [digestKey, as] as [string, string] };
  });
  return {
    result,
    brought: {
      descriptions: cameDescriptions(before.descriptions, after.descriptions),
      sightings,
      digests: came(before.digests, after.digests, digestMark),
      words: came(before.words, after.words, wordsMark),
      apart: [],
    },
  };
}

async function isEmptyLibrary(db: GleanerDatabase): Promise<boolean> {
  const tables = [db.paperPacks, db.entryPacks, db.digests];
  const first = await Promise.all(tables.map((table) => table.limit(1).primaryKeys()));
  return first.every((keys) => keys.length === 0);
}

/** A new description needs no mark: it goes when nothing names it any more, whatever it says by then. */
function cameDescriptions(before: Image['descriptions'], after: Image['descriptions']): Brought['descriptions'] {
  const fresh = [...after.keys()].filter((key) => !before.has(key)).map((key) => ({ key, mark: '' }));
  const known = new Map([...after].filter(([key]) => before.has(key)));
  return [...fresh, ...came(before, known)];
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

/** The mark of a sighting: all of it that another visit changes. */
export function sightingMark({ rank, upvotes, comments, seenAt, lastSeenAt }: Sighting): string {
  return [rank, upvotes, comments, seenAt, lastSeenAt].join(' ');
}

/** The mark of a digest: its size follows from its sightings. */
export function digestMark({ size: _size, ...digest }: Digest): string {
  return fingerprint(digest);
}

/** The mark of words: a citation key comes with an export, and neither takes them back nor keeps them from it. */
export function wordsMark({ key, said: { cited: _cited, ...said } }: Words): string {
  return fingerprint({ key, said });
}

function imageOf({ descriptions, sightings, digests, words }: Omit<Offer, 'isDistinct'>): Image {
  return {
    descriptions: new Map(descriptions.map((row) => [row.key, row])),
    sightings: new Map(sightings.map((row) => [slotOf(row), row])),
    digests: new Map(digests.map((row) => [row.key, row])),
    words: new Map(words.map((row) => [row.key, row])),
  };
}

/** The same rows as they stand in the library. */
async function readImage(db: GleanerDatabase, offered: Image): Promise<Image> {
  const named = [...offered.descriptions.keys(), ...offered.words.keys()];
  const papers = await papersNamed(db, [...named, ...[...offered.sightings.values()].map(({ as }) => as)]);
  const whole = new Map([...papers.values()].map((paper) => [paper.id, paper]));
  const entries = await db.entries.get(whole.keys());
  const lists = await db.digests.bulkGet([...offered.digests.keys()]);
  const found = [...whole.values()];
  return imageOf({
    descriptions: found.flatMap((row) => row.descriptions).filter(({ key }) => offered.descriptions.has(key)),
    sightings: found.flatMap((row) => row.sightings).filter((one) => offered.sightings.has(slotOf(one))),
    digests: lists.flatMap((row) => row ?? []),
    words: [...entries.values()].flatMap(({ words }) => words).filter(({ key }) => offered.words.has(key)),
  });
}
