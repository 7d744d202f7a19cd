import { browser } from 'wxt/browser';

const NOTICES = { permissions: ['notifications' as const] };

/** Whether the browser lets Gleaner show notifications now. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTICES);
}

/**
 * Asks the user whether Gleaner may show notifications, in a window of the browser's own. Must be called in the very turn
 * of a click.
 * @returns whether it may; also where the browser refuses to ask
 */
export async function askToNotify(): Promise<boolean> {
  try {
    return await browser.permissions.request(NOTICES);
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Gives the permission back. */
export async function stopNotifying(): Promise<void> {
  try {
    await browser.permissions.remove(NOTICES);
  } catch (error) {
    // One that cannot be given back stays, and nothing uses it.
    if (!(error instanceof Error)) throw error;
  }
}

/** Calls `changed` when the permission was given or withdrawn, in whatever way. @returns stops it */
export function watchNotifying(changed: () => void): () => void {
  const listener = ({ permissions = [] }: { permissions?: string[] }) => {
    if (permissions.includes('notifications')) changed();
  };
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
