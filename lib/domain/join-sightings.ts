import type { Digest, Sighting } from './digest.ts';

/** Joins two observations of the same digest; the order in which they are joined makes no difference. */
export function joinDigests<T extends Digest>(a: T, b: T): T {
  const named = [a, b].sort(
    (x, y) => (x.url ?? '').localeCompare(y.url ?? '') || (x.title ?? '').localeCompare(y.title ?? ''),
  );
  return {
    ...named[1],
    ...named[0],
    firstSeenAt: a.firstSeenAt < b.firstSeenAt ? a.firstSeenAt : b.firstSeenAt,
    lastSeenAt: a.lastSeenAt > b.lastSeenAt ? a.lastSeenAt : b.lastSeenAt,
  } as T;
}

/**
 * Joins two sightings of a paper in the same digest: first and last time, the place at the later look, and the most
 * upvotes and comments seen. (Not those of the later look: a look without any would make the order of joining matter.)
 */
export function joinSightings(a: Sighting, b: Sighting): Sighting {
  const later = a.lastSeenAt === b.lastSeenAt ? a.rank < b.rank : a.lastSeenAt > b.lastSeenAt;
  const joined: Sighting = { ...(later ? a : b), seenAt: a.seenAt < b.seenAt ? a.seenAt : b.seenAt };
  for (const count of ['upvotes', 'comments'] as const) {
    const known = [a[count], b[count]].filter((value) => value !== undefined);
    if (known.length > 0) joined[count] = Math.max(...known);
  }
  return joined;
}
