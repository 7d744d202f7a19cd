const TIMES = Number(process.env.GLEANER_DRAWS ?? 1);
if (!(TIMES > 0)) throw new Error(`GLEANER_DRAWS is a number above 0, not "${process.env.GLEANER_DRAWS}".`);

/**
 * How often a law of the library is tried with other chances: so many times, or as many times as often as `GLEANER_DRAWS`
 * says. Each draw fills databases; what a few dozen do not find in a run, some later run does.
 */
export function draws(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * TIMES) };
}
