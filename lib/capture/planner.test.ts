import { expect, test } from 'vitest';
import { newClock } from '../../tests/tab.ts';
import { newPlanner } from './planner.ts';

test.each([
  ['once, 300 ms after the last of a few calls', 3, 100, [501]],
  ['in the end, when the calls never cease', 20, 100, [901, 1901]],
])('a planned task is done %s', async (_, calls, every, expected) => {
  const clock = newClock();
  const done: number[] = [];
  const planner = newPlanner({ after: clock.after, whenIdle: (task) => clock.after(1, task) }, () =>
    done.push(clock.time()),
  );
  for (let call = 0; call < calls; call += 1) {
    planner.soon();
    await clock.pass(every);
  }
  await clock.pass(5_000);
  expect(done).toEqual(expected);
});

test('a task that is wanted now takes the place of one that was planned', async () => {
  const clock = newClock();
  const done: number[] = [];
  const planner = newPlanner({ after: clock.after, whenIdle: (task) => clock.after(1, task) }, () =>
    done.push(clock.time()),
  );
  planner.soon();
  planner.now();
  await clock.pass(5_000);
  planner.soon();
  planner.cancel();
  await clock.pass(5_000);
  expect(done).toEqual([1]);
});
