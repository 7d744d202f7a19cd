import type { PaperId } from '../domain/paper.ts';
import { holds, type PaperSet, paperSet } from './paper-set.ts';

export interface Reconciled {
  /** What the list shows now, in the order of `fresh`. */
  shown: PaperId[];
  /** What came in meanwhile and waits until the user asks for it. */
  arrivals: PaperId[];
}

/**
 * Joins the list on screen with the library's newer answer so that nothing jumps under the pointer: what left is gone,
 * what came waits, except the user's own doing (an undone change). A list with nothing on it takes everything.
 * @param own papers the user changed from this list
 */
export function reconcile(shown: readonly PaperId[], fresh: PaperId[], own: PaperSet): Reconciled {
  if (shown.length === 0) return { shown: fresh, arrivals: [] };
  const known = paperSet(shown);
  const arrivals = fresh.filter((id) => !holds(known, id) && !holds(own, id));
  if (arrivals.length === 0) return { shown: fresh, arrivals };
  const waiting = paperSet(arrivals);
  return { shown: fresh.filter((id) => !holds(waiting, id)), arrivals };
}
