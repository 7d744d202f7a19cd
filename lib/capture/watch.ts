import type { SiteAdapter } from '../adapters/adapter.ts';
import { newPlanner } from './planner.ts';
import { type Audience, newReader } from './reader.ts';
import type { Undo, World } from './world.ts';

const ADDRESS_MS = 500;
const STILL_MS = 3_000;
const MOST_FRUITLESS_LOOKS = 100; // in a row, before a page that never rests is left alone

/**
 * Watches one tab: reads its page when it has loaded, when it changes and when its address changes, and hands over what
 * is new. It watches only while the tab is visible: a page that was never on screen has shown no paper.
 * @param adapterFor the adapter that reads pages of a host
 * @returns stops watching
 */
export function watch(
  world: World,
  adapterFor: (host: string) => SiteAdapter | undefined,
  audience: Audience = { looked() {}, stored() {} },
): Undo {
  const reader = newReader(world, adapterFor, audience, () => {
    stop();
    world.warn('the extension was updated or removed. Reload this page to go on.');
  });
  const planner = newPlanner(world, () => look(false));
  let fruitless = 0;
  let stillness: Undo | undefined;
  let running: Undo[] = [];

  function look(still: boolean): void {
    const found = reader.read(still);
    const wasResting = still && fruitless < MOST_FRUITLESS_LOOKS;
    fruitless = found === 'new' || wasResting ? 0 : fruitless + 1;
    stillness?.();
    stillness = still || found === 'no-digest' ? undefined : world.after(STILL_MS, () => look(true));
  }

  function changed(): void {
    if (fruitless >= MOST_FRUITLESS_LOOKS) return;
    stillness?.();
    planner.soon();
  }

  function moved(): void {
    if (world.address().href === reader.address()) return;
    fruitless = 0;
    changed();
  }

  function pause(): void {
    planner.cancel();
    stillness?.();
    for (const undo of running) undo();
    running = [];
  }

  function resume(): void {
    pause();
    if (!world.isVisible()) return;
    running = [world.onMutation(changed), world.onHistory(moved), every(world, ADDRESS_MS, moved)];
    planner.now();
  }

  function stop(): void {
    pause();
    unlisten();
  }

  const unlisten = world.onVisibility(resume);
  resume();
  return stop;
}

function every(world: World, milliseconds: number, task: () => void): Undo {
  let undo = world.after(milliseconds, again);
  function again(): void {
    undo = world.after(milliseconds, again);
    task();
  }
  return () => undo();
}
