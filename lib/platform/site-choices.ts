import { browser } from 'wxt/browser';

// A key each, so that two contexts cannot overwrite each other. Scripts in pages read their own site's.
const PREFIX = 'site:';

/** What is stored of a site, as it was stored; undefined when nothing is. */
export async function readSite(site: string): Promise<unknown> {
  return (await browser.storage.local.get(PREFIX + site))[PREFIX + site];
}

/** What is stored of these sites, in their order. */
export async function readSites(sites: readonly string[]): Promise<unknown[]> {
  const stored = await browser.storage.local.get(sites.map((site) => PREFIX + site));
  return sites.map((site) => stored[PREFIX + site]);
}

/** Stores what is to be remembered of a site, in place of what was. */
export async function writeSite(site: string, choice: object): Promise<void> {
  await browser.storage.local.set({ [PREFIX + site]: choice });
}

/** Calls `changed` with the site whenever what is stored of one changes. @returns stops it */
export function watchSites(changed: (site: string, stored: unknown) => void): () => void {
  const listener: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(PREFIX)) changed(key.slice(PREFIX.length), newValue);
    }
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => {
    // A page outlives the extension that wrote into it, and there is nothing left to take a listener from.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listener);
  };
}
