import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

/**
 * Runs content scripts in tabs that were open before the extension was there: a browser runs those of the manifest only
 * in pages that load afterwards. After an update the new script takes the place of the old one, which has lost its
 * extension.
 * @param files of the package, such as `/content-scripts/huggingface.js`
 * @param matches match patterns of hosts that the extension may read
 * @returns the number of tabs in which they now run
 */
export async function readOpenTabs(files: readonly ScriptPublicPath[], matches: readonly string[]): Promise<number> {
  const tabs = await browser.tabs.query({ url: [...matches], discarded: false });
  const done = await Promise.all(tabs.map(({ id, incognito }) => id !== undefined && !incognito && run(id, files)));
  return done.filter(Boolean).length;
}

async function run(tabId: number, files: readonly ScriptPublicPath[]): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [...files] });
    return true;
  } catch (error) {
    // The tab was closed meanwhile, shows an error page, or the user has withheld the site.
    if (error instanceof Error) return false;
    throw error;
  }
}
