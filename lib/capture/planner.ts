import type { Undo, World } from './world.ts';

const SETTLE_MS = 300;
const MOST_DELAYS = 6; // a page that never rests is looked at all the same

/** Plans one task at a time. */
export interface Planner {
  /** Does the task when the page has come to rest; each further call puts it off, but not for ever. */
  soon(): void;
  /** Does the task as soon as the page has nothing else to do. */
  now(): void;
  cancel(): void;
}

/** A planner of one task. */
export function newPlanner(world: Pick<World, 'after' | 'whenIdle'>, task: () => void): Planner {
  let planned: Undo | undefined;
  let delays = 0;

  function cancel(): void {
    planned?.();
    planned = undefined;
  }

  function now(): void {
    cancel();
    planned = world.whenIdle(() => {
      planned = undefined;
      delays = 0;
      task();
    });
  }

  return {
    cancel,
    now,
    soon() {
      if (planned && delays >= MOST_DELAYS) return;
      delays = planned ? delays + 1 : 0;
      cancel();
      planned = world.after(SETTLE_MS, now);
    },
  };
}
