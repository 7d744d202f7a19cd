import { browser } from 'wxt/browser';

/** Always the same, so that a new notification takes the place of one that was not looked at. */
const NAME = 'weekly';

/**
 * Shows the notification, without a sound where the browser lets us choose. There must be the permission for it.
 * @returns once the browser shows it
 */
export async function showNotice(title: string, message: string): Promise<void> {
  const iconUrl = `${browser.runtime.getURL('/')}icons/128.png`;
  const notice = { type: 'basic' as const, iconUrl, title, message };
  // Firefox refuses what it does not know.
  await browser.notifications.create(NAME, import.meta.env.FIREFOX ? notice : { ...notice, silent: true });
}

/**
 * Calls `clicked` when the user clicks the notification, which goes then.
 * @returns begins to listen, if there is the permission and nothing listens yet: without it a browser may have nothing to
 *   listen to. To be called in the worker's first turn, and again when the permission came.
 */
export function onNoticeClick(clicked: () => void): () => void {
  const listener = (name: string) => {
    if (name !== NAME) return;
    clicked();
    void browser.notifications.clear(NAME);
  };
  return () => {
    const { notifications }: { notifications?: typeof browser.notifications } = browser;
    if (notifications && !notifications.onClicked.hasListener(listener)) notifications.onClicked.addListener(listener);
  };
}
