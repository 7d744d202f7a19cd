import { expect, test } from 'vitest';
import { startBreathing } from './breath.ts';

/** How often something else got its turn during some steps of work, each of so many milliseconds by the clock. */
async function turnsDuring(steps: number, ms: number): Promise<number> {
  let turns = 0;
  let clock = 0;
  const waiting = () => {
    turns += 1;
    next = setImmediate(waiting);
  };
  let next = setImmediate(waiting);
  const breathe = startBreathing(() => clock);
  for (let step = 0; step < steps; step += 1) {
    clock += ms;
    await breathe();
  }
  clearImmediate(next);
  return turns;
}

test('long work lets others have their turn', async () => {
  expect(await turnsDuring(20, 13)).toBeGreaterThanOrEqual(10);
  expect(await turnsDuring(24, 6)).toBeGreaterThanOrEqual(6);
});

test('short work is not held up', async () => {
  expect(await turnsDuring(200, 0)).toBe(0);
  expect(await turnsDuring(11, 1)).toBe(0);
});
