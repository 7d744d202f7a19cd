import { remember } from '../lib/platform/view-memory.ts';
import type { Popup } from '../lib/state/popup.ts';

const REMEMBER_AFTER_MS = 200;

/**
 * Remembers the view. A popup is closed without warning, so it is kept soon after each change, and once more when the
 * page hides.
 * @param name under which to remember it
 */
export function keepView(popup: Popup, name: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => remember(name, popup.view.peek());
  popup.view.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, REMEMBER_AFTER_MS);
  });
  addEventListener('pagehide', keep);
}
