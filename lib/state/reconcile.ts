import type { PaperId } from '../domain/paper.ts';

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
export function reconcile(shown: readonly PaperId[], fresh: readonly PaperId[], own: ReadonlySet<PaperId>): Reconciled {
  if (shown.length === 0) return { shown: [...fresh], arrivals: [] };
  const known = new Set(shown);
  const mayShow = (id: PaperId) => known.has(id) || own.has(id);
  return { shown: fresh.filter(mayShow), arrivals: fresh.filter((id) => !mayShow(id)) };
}
