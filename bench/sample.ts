/** What several runs of one figure gave. */
export interface Sample {
  median: number;
  low: number;
  high: number;
  runs: number;
}

/** @throws {Error} when there was no run */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) throw new Error('A figure was asked for that was never measured.');
  return { median: quantile(sorted, 0.5), low, high, runs: sorted.length };
}

/**
 * The value below which a share of all lies, between two neighbours in proportion.
 * @param share from 0 to 1
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

/** One side of a comparison: measures once, in its own unit. */
export type Measure = () => Promise<number>;

/** A side that took this long in all is not run again: some baselines need a minute for one run. */
const LONGEST_MS = 75_000;
/** A first run this short is thrown away: it warms the disk's cache and the code's, and costs little. */
const SHORT_MS = 8_000;

/**
 * Measures all sides in turn, a run of each and then again, so that whatever else the machine does falls on all of
 * them alike. Each side's first run warms up and is left out, unless it is long.
 * @param runs how many runs of a side count
 * @returns gives the sample of a side
 */
export async function inTurn<Name extends string>(
  sides: Readonly<Record<Name, Measure>>,
  runs: number,
): Promise<(side: Name) => Sample> {
  const taken = new Map(Object.entries<Measure>(sides).map(([name, measure]) => [name, startSide(measure, runs)]));
  for (let turn = 0; turn <= runs; turn++) {
    for (const side of taken.values()) await side.run(turn === 0);
  }
  return (name) => sampleOf(taken.get(name)?.values ?? []);
}

function startSide(measure: Measure, runs: number): { values: number[]; run(isFirst: boolean): Promise<void> } {
  const values: number[] = [];
  let spent = 0;
  return {
    values,
    async run(isFirst) {
      if (values.length >= runs || spent > LONGEST_MS) return;
      const begun = performance.now();
      const value = await measure();
      const took = performance.now() - begun;
      if (isFirst && took < SHORT_MS) return;
      spent += took;
      values.push(value);
    },
  };
}
