import type { PaperId } from './paper.ts';
import { type Entry, orderOf } from './shelf.ts';
import { combineWords, type Said } from './words.ts';

/** Where a paper stands in the list. */
export type Place = Pick<Entry, 'addedAt' | 'order'>;

/** The place of a paper first seen at `seenAt` (ISO instant) in place `rank` (from 1) of a digest. */
export function placeAt(seenAt: string, rank: number): Place {
  return { addedAt: seenAt, order: orderOf(seenAt, rank) };
}

/** The place of two papers that turned out to be one: the earlier of both. */
export function earlierPlace(a: Place, b: Place): Place {
  return { addedAt: a.addedAt < b.addedAt ? a.addedAt : b.addedAt, order: Math.min(a.order, b.order) };
}

/**
 * The entry of a paper: what was said under the names of its descriptions, put together.
 * @param names the keys of its descriptions
 */
export function entryOf(paperId: PaperId, names: readonly string[], place: Place, said: readonly Said[]): Entry {
  return { paperId, names: [...names], ...combineWords(said), addedAt: place.addedAt, order: place.order };
}

/** The entry of a paper of which the user has said nothing yet. */
export function newEntry(paperId: PaperId, seenAt: string, rank: number): Entry {
  return entryOf(paperId, [], placeAt(seenAt, rank), []);
}

/** Whether the user has said anything of this paper. */
export function isTouched(entry: Entry): boolean {
  return Object.keys(entry.changed).length > 0;
}
