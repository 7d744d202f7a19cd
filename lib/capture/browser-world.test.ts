import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { deafWays } from '../../tests/tab.ts';
import { browserWorld } from './browser-world.ts';

const ADDRESS = 'https://huggingface.co/papers';
const pause = (milliseconds = 10) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the world of a page', () => {
  test('has the address as it is now', () => {
    const { window, world } = open();
    window.history.pushState({}, '', '/papers/trending');
    expect(world.address().pathname).toBe('/papers/trending');
  });

  test('tells of changed elements and changed texts until it is told to stop', async () => {
    const { window, world } = open();
    const heard: string[] = [];
    const undo = world.onMutation(() => heard.push('changed'));
    window.document.querySelector('main')?.append(window.document.createElement('article'));
    await pause();
    expect(heard).toHaveLength(1);
    const title = window.document.querySelector('h1')?.firstChild;
    if (title) title.nodeValue = 'Other';
    await pause();
    expect(heard).toHaveLength(2);
    undo();
    window.document.body.append('more');
    await pause();
    expect(heard).toHaveLength(2);
  });

  test('hears of steps through the history and of visibility until it is told to stop', () => {
    const { window, world } = open();
    const heard: string[] = [];
    const undo = [world.onHistory(() => heard.push('history')), world.onVisibility(() => heard.push('visibility'))];
    const tell = () => {
      window.dispatchEvent(new window.PopStateEvent('popstate'));
      window.document.dispatchEvent(new window.Event('visibilitychange'));
    };
    tell();
    for (const stop of undo) stop();
    tell();
    expect(heard).toEqual(['history', 'visibility']);
  });

  test('does later and idle tasks, with and without the browser’s own idle time, unless they are taken back', async () => {
    const { window, world } = open();
    const done: string[] = [];
    world.after(1, () => done.push('later'));
    world.after(1, () => done.push('never'))();
    world.whenIdle(() => done.push('idle'));
    world.whenIdle(() => done.push('never'))();
    Object.assign(window, {
      requestIdleCallback: (task: () => void) => window.setTimeout(task, 1),
      cancelIdleCallback: (handle: number) => window.clearTimeout(handle),
    });
    world.whenIdle(() => done.push('idle in the browser'));
    world.whenIdle(() => done.push('never'))();
    await pause(50);
    expect(done.sort()).toEqual(['idle', 'idle in the browser', 'later']);
  });
});

function open() {
  const window = new JSDOM('<main><h1>Papers</h1></main>', { url: ADDRESS, pretendToBeVisual: true }).window;
  return { window, world: browserWorld(window, deafWays()) };
}
