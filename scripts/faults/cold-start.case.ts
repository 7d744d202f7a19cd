import { sampleCapture } from './captures.ts';
import { deviation, takeCensus } from './census.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { withRig } from './rig.ts';

const PAPERS = 20;
const GOAL_MS = 1_000;

/** A message comes while no worker runs: the first send must be answered, and soon. */
export const coldStart: FaultCase = {
  name: 'cold-start',
  run: ({ long }) =>
    withRig({}, async (rig) => {
      const sends = long ? 50 : 15;
      const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
      const sender = await rig.openSender();
      const before = await takeCensus(rig.gleaner);
      const times: number[] = [];
      for (let number = 0; number < sends; number += 1) {
        const instance = await rig.instance();
        await rig.kill();
        const { outcome, said, ms } = await sender.send(sampleCapture(number, PAPERS));
        if (outcome !== 'ok') result.failures.push(`Send ${number} to a stopped worker ended ${outcome} ${said}`);
        else if ((await rig.instance()) === instance) result.failures.push(`Send ${number}: the same worker went on.`);
        times.push(ms);
        result.tried += 1;
      }
      const p95 = times.sort((a, b) => a - b)[Math.ceil(0.95 * sends) - 1] ?? Number.NaN;
      if (!(p95 <= GOAL_MS)) result.failures.push(`The 95th percentile is ${Math.round(p95)} ms, not ${GOAL_MS} ms.`);
      const count = sends * PAPERS;
      const after = await takeCensus(rig.gleaner);
      const median = times[Math.floor(sends / 2)] ?? Number.NaN;
      const note = `p95 ${Math.round(p95)} ms, median ${Math.round(median)} ms`;
      return { ...result, ...deviation(before, after, { papers: count, sightings: count }), note };
    }),
};
