import type { Undo, World } from './world.ts';

const LONGEST_WAIT_MS = 1_000;

/** What is needed of a window. Not every browser has idle time to give. */
type Tab = Pick<Window, 'document' | 'location' | 'setTimeout' | 'clearTimeout'> &
  Partial<Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>> &
  EventTarget & { MutationObserver: typeof MutationObserver };

/**
 * The world of a content script in a page.
 * @param ways how readings get to the background, and where they stay when they do not
 */
export function browserWorld(window: Tab, ways: Pick<World, 'send' | 'sendAgain' | 'shelter'>): World {
  const { document } = window;
  return {
    document,
    ...ways,
    address: () => new URL(window.location.href),
    now: () => new Date().toISOString(),
    isVisible: () => document.visibilityState === 'visible',
    after: (milliseconds, task) => {
      const timer = window.setTimeout(task, milliseconds);
      return () => window.clearTimeout(timer);
    },
    whenIdle: (task) => whenIdle(window, task),
    onMutation: (changed) => onMutation(window, changed),
    onHistory: (changed) => listen(window, 'popstate', changed),
    onVisibility: (changed) => listen(document, 'visibilitychange', changed),
    warn: (sentence) => console.warn(`Gleaner: ${sentence}`),
  };
}

function whenIdle(window: Tab, task: () => void): Undo {
  if (!window.requestIdleCallback) {
    const timer = window.setTimeout(task, 1);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(task, { timeout: LONGEST_WAIT_MS });
  return () => window.cancelIdleCallback?.(handle);
}

/** Watches the whole body: the page may replace its `main`, and a watcher of the old one would see nothing more. */
function onMutation(window: Tab, changed: () => void): Undo {
  const observer = new window.MutationObserver(changed);
  const { document } = window;
  observer.observe(document.body ?? document.documentElement, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}

function listen(target: EventTarget, event: string, heard: () => void): Undo {
  target.addEventListener(event, heard);
  return () => target.removeEventListener(event, heard);
}
