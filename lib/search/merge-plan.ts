import type { Part } from './fields.ts';
import type { Segment } from './state.ts';

/** A segment this much larger than all smaller ones together is left alone, so each paper moves a few times in all. */
const MUCH_LARGER = 4;
/** Segments of up to so many papers count as equally small: they take a moment to merge. */
const SMALL = 256;
/** Segments read at once, at most: each is read some blocks ahead. */
const AT_ONCE = 40;

/**
 * Which segments of one part to merge now: the smallest, as long as the next is not much larger than they are together;
 * or one by itself of which half no longer counts. Few segments are left whatever came, as each costs every query.
 * @returns at least one; undefined when all is well
 */
export function planMerge(segments: readonly Segment[]): Segment[] | undefined {
  const parts: Part[] = ['text', 'said'];
  for (const part of parts) {
    const plan = planPart(segments.filter((segment) => segment.part === part));
    if (plan) return plan;
  }
  return undefined;
}

function planPart(segments: readonly Segment[]): Segment[] | undefined {
  const smallestFirst = [...segments].sort((a, b) => sizeOf(a) - sizeOf(b) || a.id - b.id);
  let smaller = 0;
  let end = 0;
  for (const [index, segment] of smallestFirst.entries()) {
    if (index > 0 && sizeOf(segment) <= smaller * MUCH_LARGER) end = index + 1;
    smaller += sizeOf(segment);
  }
  if (end > 0) return smallestFirst.slice(0, Math.min(end, AT_ONCE));
  const halfDead = segments.find(({ live, papers }) => live * 2 < papers);
  return halfDead && [halfDead];
}

function sizeOf({ live }: Segment): number {
  return Math.max(live, SMALL);
}
