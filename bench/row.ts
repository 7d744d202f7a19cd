import type { Bench } from './bench-context.ts';
import type { Line } from './line.ts';

/** A group of figures that are measured together. A new one is a file in `rows/` and a line in `rows.ts`. */
export interface Row {
  /** As `--only` names it. */
  name: string;
  measure(bench: Bench): Promise<Omit<Line, 'row'>[]>;
}

/** The size at which goals are set; a quick run stops below it. */
export const GOAL_SIZE = 100_000;

/** The greatest size of this run at which everything is measured; more papers than that are `--huge` and have rows of their own. */
export function topSize(sizes: readonly number[]): number {
  return Math.max(...sizes.filter((papers) => papers <= GOAL_SIZE));
}

/** The sizes of this run at which searching is measured beside engines that need a moment to load. */
export function searchSizes(sizes: readonly number[]): number[] {
  return sizes.filter((papers) => papers >= 10_000 && papers <= GOAL_SIZE);
}
