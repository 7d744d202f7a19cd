import type { MarksWindow } from './world.ts';

const AFTER_STYLE_MS = 120;

/**
 * Calls back once a frame at most while the page moves or changes.
 * @param changed told whether anything but the place of the page in the window may have changed
 * @returns a call from elsewhere, and what stops it
 */
export function followPage(
  window: MarksWindow,
  changed: (whole: boolean) => void,
): { soon: (whole: boolean) => void; stop: () => void } {
  const { document } = window;
  let frame: number | undefined;
  let isWhole = false;
  let timer: number | undefined;

  const soon = (whole: boolean) => {
    isWhole ||= whole;
    frame ??= window.requestAnimationFrame(() => {
      const whole = isWhole;
      frame = undefined;
      isWhole = false;
      changed(whole);
    });
  };
  /** Classes and styles may change with every frame of an animation: these wait until it rests. */
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(soon, AFTER_STYLE_MS, true);
  };
  const moved = () => soon(false);
  const mutations = new window.MutationObserver((records) => {
    if (records.every(({ attributeName }) => attributeName)) later();
    else soon(true);
  });
  const sizes = new window.ResizeObserver(() => soon(true));
  const heard: [EventTarget, string, () => void][] = [
    [document, 'scroll', moved],
    [window, 'resize', later],
    [document, 'load', later],
    [document, 'transitionend', later],
    [document, 'toggle', later],
    [window.matchMedia('(prefers-color-scheme:dark)'), 'change', later],
  ];
  for (const [target, name, hear] of heard) target.addEventListener(name, hear, true);
  mutations.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  if (document.body) sizes.observe(document.body);

  return {
    soon,
    stop() {
      for (const [target, name, hear] of heard) target.removeEventListener(name, hear, true);
      mutations.disconnect();
      sizes.disconnect();
      window.clearTimeout(timer);
      window.cancelAnimationFrame(frame ?? 0);
    },
  };
}
