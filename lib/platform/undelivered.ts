import { browser } from 'wxt/browser';

const PREFIX = 'undelivered:';

/**
 * Every reading that waits in the extension's storage, by the name that it was kept under.
 * @throws when the extension was updated or removed under the page
 */
export async function readUndelivered(): Promise<Map<string, unknown>> {
  const all = await storage().get(null);
  const ours = Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
  return new Map(ours.map(([key, value]) => [key.slice(PREFIX.length), value]));
}

/**
 * Keeps a plain value under a name.
 * @throws when there is no room for it, or the extension is gone
 */
export async function writeUndelivered(name: string, value: unknown): Promise<void> {
  await storage().set({ [`${PREFIX}${name}`]: value });
}

/**
 * Removes what waits under these names.
 * @throws when the extension is gone
 */
export async function removeUndelivered(names: readonly string[]): Promise<void> {
  await storage().remove(names.map((name) => `${PREFIX}${name}`));
}

/** A page outlives the extension that wrote into it, and then has no storage to ask. */
function storage(): typeof browser.storage.local {
  if (!browser.runtime?.id) throw new Error('The extension of this page is gone.');
  return browser.storage.local;
}
