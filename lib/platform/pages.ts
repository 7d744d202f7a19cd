import { browser } from 'wxt/browser';

/**
 * Opens a web page in a new tab.
 * @param address already checked (`webAddress`)
 * @param behind leaves the user where they are
 */
export async function openPage(address: string, behind = false): Promise<void> {
  await browser.tabs.create({ url: address, active: !behind });
}
