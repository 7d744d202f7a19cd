import { parseArgs } from 'node:util';
import { Stop } from '../scripts/say.ts';

export interface Options {
  /** Papers of the libraries to measure, from the smallest on. */
  sizes: readonly number[];
  /** How many runs of each figure count. */
  runs: number;
  /** The rows to measure; none named, all. */
  only: readonly string[];
  /** Draw the results that are there, and measure nothing. */
  plot: boolean;
}

const SMALL = [181, 1_000, 10_000];
const FULL = [...SMALL, 100_000];
const HUGE = 1_000_000;

/**
 * Reads the words after `npm run bench --`.
 * @param rows the names of all rows
 * @throws {Stop} when they make no sense
 */
export function readOptions(args: readonly string[], rows: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      huge: { type: 'boolean' },
      plot: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      runs: { type: 'string' },
    },
  });
  if (values.quick && values.huge) throw new Stop('A run is quick or huge, not both.');
  const only = (values.only ?? []).flatMap((names) => names.split(','));
  const unknown = only.filter((name) => !rows.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no row ${unknown.join(', ')}: choose of ${rows.join(', ')}.`);
  const runs = Number(values.runs ?? 5);
  if (!Number.isInteger(runs) || runs < 1) throw new Stop(`Runs are a whole number from 1, not "${values.runs}".`);
  return {
    sizes: values.quick ? SMALL : values.huge ? [...FULL, HUGE] : FULL,
    runs,
    only,
    plot: values.plot ?? false,
  };
}
