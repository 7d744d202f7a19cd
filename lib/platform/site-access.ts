import { browser } from 'wxt/browser';

/** Whether the browser lets Gleaner read all of these match patterns now. */
export function hasAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/**
 * Asks the user for access, in a window of the browser's own. Must be called in the very turn of a click: nothing may be
 * awaited before it.
 * @returns whether it was given; also where the browser refuses to ask
 */
export async function askForAccess(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch (error) {
    // Not in a click, or not among the sites of the manifest: either way there is no access.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Gives access back. What was granted at installation cannot be given back, and stays. */
export async function giveBackAccess(patterns: readonly string[]): Promise<void> {
  try {
    await browser.permissions.remove({ origins: [...patterns] });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** Calls `changed` with the match patterns that the user or the browser has given or withdrawn. @returns stops it */
export function watchAccess(changed: (patterns: readonly string[], isGiven: boolean) => void): () => void {
  const given = ({ origins = [] }: { origins?: string[] }) => changed(origins, true);
  const withdrawn = ({ origins = [] }: { origins?: string[] }) => changed(origins, false);
  browser.permissions.onAdded.addListener(given);
  browser.permissions.onRemoved.addListener(withdrawn);
  return () => {
    browser.permissions.onAdded.removeListener(given);
    browser.permissions.onRemoved.removeListener(withdrawn);
  };
}
