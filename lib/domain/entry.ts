import type { Clock } from './clock.ts';
import type { PaperId } from './paper.ts';
import { type Entry, orderOf, type Status, type UserField } from './shelf.ts';

/** The entry of a paper of which the user has said nothing yet. */
export function newEntry(paperId: PaperId, seenAt: string, rank: number): Entry {
  return {
    paperId,
    status: 'unread',
    starred: false,
    tags: [],
    note: '',
    removed: false,
    addedAt: seenAt,
    order: orderOf(seenAt, rank),
    changed: {},
  };
}

/** Whether the user has said anything of this paper. */
export function isTouched(entry: Entry): boolean {
  return Object.keys(entry.changed).length > 0;
}

const STRENGTH: Record<Status, number> = { skipped: 0, unread: 1, reading: 2, read: 3 };

/**
 * The entry of two papers that turned out to be one: the strongest status (skipped only if both), the star of either,
 * all tags, both notes, the earlier place. Removed only if both are: a paper must not vanish by a merge.
 */
export function mergeEntries(kept: Entry, absorbed: Entry): Entry {
  const changed = { ...kept.changed };
  for (const [field, clock] of Object.entries(absorbed.changed) as [UserField, Clock][]) {
    const own = changed[field];
    if (!own || own < clock) changed[field] = clock;
  }
  return {
    paperId: kept.paperId,
    status: STRENGTH[absorbed.status] > STRENGTH[kept.status] ? absorbed.status : kept.status,
    starred: kept.starred || absorbed.starred,
    tags: [...new Set([...kept.tags, ...absorbed.tags])].sort(),
    note: joinNotes(kept.note, absorbed.note),
    removed: kept.removed && absorbed.removed,
    addedAt: kept.addedAt < absorbed.addedAt ? kept.addedAt : absorbed.addedAt,
    order: Math.min(kept.order, absorbed.order),
    changed,
  };
}

function joinNotes(a: string, b: string): string {
  if (!a || a.includes(b)) return a || b;
  if (b.includes(a)) return b;
  return [a, b].sort().join('\n\n');
}
