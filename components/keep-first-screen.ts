import { effect } from '@preact/signals';
import { firstScreenStore } from '../lib/platform/first-screen-store.ts';
import { firstScreenOf } from '../lib/state/first-screen.ts';
import type { Popup } from '../lib/state/popup.ts';

const KEEP_AFTER_MS = 300;

/**
 * Keeps the rows on the screen for the next opening, soon after each change and once more when the page hides. What the
 * popup itself was opened with is not kept again.
 */
export function keepFirstScreen({ list, view, summary, greets }: Popup): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const [ids, counts, counters] = [list.ids.peek(), list.counts.peek(), summary.counters.peek()];
    if (!ids || !counts || !counters) return;
    const shown = { ids, papers: list.papers.peek(), counts, counters, greets: greets.peek() };
    // A popup that closes hears no more of this; a first screen that was not kept is only a slower opening.
    firstScreenStore
      .write(firstScreenOf(view.peek(), shown))
      .catch((error: unknown) => console.warn('Gleaner: the first screen could not be kept', error));
  };
  effect(() => {
    const changing = [list.ids, list.papers, list.counts, summary.counters, greets, view];
    const isKnown = list.isLive.value && changing.map(({ value }) => value).every((value) => value !== undefined);
    clearTimeout(timer);
    timer = isKnown ? setTimeout(keep, KEEP_AFTER_MS) : undefined;
  });
  addEventListener('pagehide', () => {
    if (timer !== undefined) keep();
  });
}
