import type { Sighting } from '../domain/digest.ts';
import { joinSightings } from '../domain/join-sightings.ts';
import type { PaperId } from '../domain/paper.ts';
import type { HeldPaper } from './held.ts';

/** The sightings of every stored paper after a settlement: each goes where the description goes that it was seen as. */
export function settledSightings(
  stored: ReadonlyMap<PaperId, HeldPaper>,
  homes: ReadonlyMap<string, PaperId>,
): Map<PaperId, Sighting[]> {
  const settled = new Map<PaperId, Sighting[]>();
  for (const [id, { sightings }] of stored) {
    if (sightings.every(({ as }) => homes.get(as) === id)) {
      const moved = settled.get(id);
      settled.set(id, moved ? [...moved, ...sightings] : sightings);
      continue;
    }
    for (const sighting of sightings) {
      const home = homes.get(sighting.as) ?? id;
      settled.set(home, [...(settled.get(home) ?? []), sighting]);
    }
    if (!settled.has(id)) settled.set(id, []);
  }
  return settled;
}

/**
 * Joins sightings that come in to those that are there.
 * @param homes the paper of every description, by the description's key
 */
export function addSightings(
  settled: ReadonlyMap<PaperId, Sighting[]>,
  incoming: readonly Sighting[],
  homes: ReadonlyMap<string, PaperId>,
): Map<PaperId, Sighting[]> {
  const all = new Map(settled);
  for (const [id, offered] of Map.groupBy(onePerSlot(incoming), ({ as }) => homes.get(as))) {
    if (id === undefined) throw new Error('A sighting has no paper');
    all.set(id, joined(all.get(id) ?? [], offered));
  }
  return all;
}

function joined(known: readonly Sighting[], offered: readonly Sighting[]): Sighting[] {
  const slots = new Map(known.map((sighting) => [slotOf(sighting), sighting]));
  for (const sighting of offered) {
    const slot = slotOf(sighting);
    const before = slots.get(slot);
    slots.set(slot, before ? joinSightings(before, sighting) : sighting);
  }
  return [...slots.values()];
}

/** A paper listed twice in one digest stands at its better place. */
function onePerSlot(offered: readonly Sighting[]): Sighting[] {
  const slots = new Map<string, Sighting>();
  for (const seen of offered) {
    const slot = slotOf(seen);
    const other = slots.get(slot);
    if (!other || seen.rank < other.rank) slots.set(slot, seen);
  }
  return [...slots.values()];
}

/** A digest sees a paper once under each name. */
export function slotOf({ digestKey, as }: Pick<Sighting, 'digestKey' | 'as'>): string {
  return `${digestKey}\n${as}`;
}
