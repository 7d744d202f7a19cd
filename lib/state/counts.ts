import type { Counters } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { STATUSES, type Status } from '../domain/shelf.ts';
import { holds, paperSet } from './paper-set.ts';

export type StatusCounts = Record<Status | 'all', number>;

/** The papers that pass all of a filter but its status, by status; each list in the order that was asked for. */
export type Shelves = Record<Status | 'all', PaperId[]>;

/** How many papers each status holds, of all there are. */
export function countLibrary({ unread, reading, read, skipped }: Pick<Counters, Status>): StatusCounts {
  return { unread, reading, read, skipped, all: unread + reading + read + skipped };
}

/** How many papers each status holds, of those on these shelves: of those found, where something was searched for. */
export function countShelves(shelves: Shelves, found?: readonly PaperId[]): StatusCounts {
  const hits = found && paperSet(found);
  const count = (ids: readonly PaperId[]) => {
    if (!hits) return ids.length;
    let sum = 0;
    for (const id of ids) if (holds(hits, id)) sum += 1;
    return sum;
  };
  const [unread = 0, reading = 0, read = 0, skipped = 0] = STATUSES.map((status) => count(shelves[status]));
  return countLibrary({ unread, reading, read, skipped });
}
