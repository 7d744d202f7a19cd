import type { Sample } from './sample.ts';

export type Unit = 'ms' | 's' | 'MB' | '%' | 'bytes' | 'papers/s' | 'count';

/** What a figure has to reach. Ratios are of medians of one run. */
export type Goal =
  | { kind: 'at most times'; times: number } // ours ÷ theirs
  | { kind: 'times less'; times: number } // theirs ÷ ours
  | { kind: 'at most'; value: number }; // ours itself, in its unit

/** One figure, as it is printed and written to the results. */
export interface Line {
  /** The row that measured it, as `--only` names it. */
  row: string;
  figure: string;
  /** Papers in the library. */
  papers: number;
  unit: Unit;
  ours: Sample;
  /** What ours is measured against, in the same unit. */
  beside?: { what: string; sample: Sample };
  goal?: Goal;
  /** Why it is what it is, in a sentence. */
  note?: string;
}

/** How ours stands to the other side: as its multiple, or how many times less it is where that is the goal. */
export function ratioOf({ ours, beside, goal }: Line): number | undefined {
  if (!beside) return undefined;
  const [more, less] = [beside.sample.median, ours.median];
  return goal?.kind === 'times less' ? more / less : less / more;
}

/** Whether a line reaches its goal; undefined where it has none. */
export function isMet(line: Line): boolean | undefined {
  const { goal, ours } = line;
  if (!goal) return undefined;
  if (goal.kind === 'at most') return ours.median <= goal.value;
  const ratio = ratioOf(line);
  if (ratio === undefined) return undefined;
  return goal.kind === 'times less' ? ratio >= goal.times : ratio <= goal.times;
}
