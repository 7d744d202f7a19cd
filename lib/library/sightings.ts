import type { Digest, Sighting } from '../domain/digest.ts';
import { joinDigests, joinSightings } from '../domain/join-sightings.ts';
import type { PaperId } from '../domain/paper.ts';
import { add, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';

/** What was seen where, on its way in. */
interface Seen {
  digests: readonly Digest[];
  sightings: readonly Omit<Sighting, 'paperId'>[];
}

/**
 * Joins sightings and digests into the library, inside the running transaction.
 * @param homes the paper of every description, by the description's key
 */
export async function putSightings(
  db: GleanerDatabase,
  seen: Seen,
  homes: ReadonlyMap<string, PaperId>,
  tally: Tally,
): Promise<void> {
  const sightings = onePerSlot(seen.sightings, homes);
  const slots = sightings.map(({ digestKey, as }): [string, string] => [digestKey, as]);
  const known = (await isEmpty(db)) ? [] : await db.sightings.bulkGet(slots);
  await db.sightings.bulkPut(
    sightings.map((sighting, index) => {
      const before = known[index];
      return before ? { ...joinSightings(before, sighting), paperId: sighting.paperId } : sighting;
    }),
  );
  const fresh = sightings.filter((_, index) => !known[index]);
  add(tally, 'sightings', fresh.length);
  await putDigests(db, seen.digests, fresh, tally);
}

async function isEmpty(db: GleanerDatabase): Promise<boolean> {
  return (await db.sightings.limit(1).primaryKeys()).length === 0;
}

/** A paper listed twice in one digest stands at its better place. */
function onePerSlot(offered: Seen['sightings'], homes: ReadonlyMap<string, PaperId>): Sighting[] {
  const slots = new Map<string, Sighting>();
  for (const seen of offered) {
    const paperId = homes.get(seen.as);
    if (!paperId) throw new Error('A sighting has no paper');
    const slot = JSON.stringify([seen.digestKey, seen.as]);
    const other = slots.get(slot);
    slots.set(slot, other && other.rank <= seen.rank ? other : { ...seen, paperId });
  }
  return [...slots.values()];
}

async function putDigests(
  db: GleanerDatabase,
  digests: readonly Digest[],
  fresh: readonly Sighting[],
  tally: Tally,
): Promise<void> {
  const added = Map.groupBy(fresh, ({ digestKey }) => digestKey);
  const stored = await db.digests.bulkGet(digests.map(({ key }) => key));
  await db.digests.bulkPut(
    digests.map((digest, index) => {
      const known = stored[index];
      const size = (known?.size ?? 0) + (added.get(digest.key)?.length ?? 0);
      return { ...(known ? joinDigests(known, digest) : digest), size };
    }),
  );
  add(tally, 'digests', stored.filter((digest) => !digest).length);
}

/** Gives the sightings of papers that lost descriptions to the papers that have these now. */
export async function moveSightings(
  db: GleanerDatabase,
  left: readonly PaperId[],
  homes: ReadonlyMap<string, PaperId>,
): Promise<void> {
  if (left.length === 0) return;
  const sightings = await db.sightings
    .where('paperId')
    .anyOf([...left])
    .toArray();
  const moved = sightings.flatMap((sighting) => {
    const home = homes.get(sighting.as);
    return home && home !== sighting.paperId ? [{ ...sighting, paperId: home }] : [];
  });
  await db.sightings.bulkPut(moved);
}

/** Deletes sightings, makes their digests smaller, and deletes and returns the digests with nothing left in them. */
export async function deleteSightings(
  db: GleanerDatabase,
  sightings: readonly Pick<Sighting, 'digestKey' | 'as'>[],
  tally: Tally,
): Promise<Digest[]> {
  await db.sightings.bulkDelete(sightings.map(({ digestKey, as }) => [digestKey, as]));
  add(tally, 'sightings', -sightings.length);
  const gone = Map.groupBy(sightings, ({ digestKey }) => digestKey);
  const digests = (await db.digests.bulkGet([...gone.keys()])).flatMap((digest) => digest ?? []);
  const sized = digests.map((digest) => ({ ...digest, size: digest.size - (gone.get(digest.key)?.length ?? 0) }));
  const empty = sized.filter(({ size }) => size <= 0);
  await db.digests.bulkPut(sized.filter(({ size }) => size > 0));
  await db.digests.bulkDelete(empty.map(({ key }) => key));
  add(tally, 'digests', -empty.length);
  return digests;
}
