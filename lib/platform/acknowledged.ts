import { browser } from 'wxt/browser';

// A key each, so that two tabs cannot write over each other.
const PREFIX = 'acknowledged:';
const MOST_KEPT = 200;

/** When the user last said of a digest that all of it is seen: an ISO instant; undefined when never, or long ago. */
export async function readAcknowledged(digestKey: string): Promise<string | undefined> {
  const key = PREFIX + disguised(digestKey);
  const at: unknown = (await browser.storage.local.get(key))[key];
  return typeof at === 'string' ? at : undefined;
}

/** Notes that all of a digest is seen. Only the last 200 digests are remembered. @param at ISO instant */
export async function acknowledge(digestKey: string, at: string): Promise<void> {
  await browser.storage.local.set({ [PREFIX + disguised(digestKey)]: at });
  const all = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
  const oldest = all.sort(([, a], [, b]) => (String(a) < String(b) ? 1 : -1)).slice(MOST_KEPT);
  if (oldest.length > 0) await browser.storage.local.remove(oldest.map(([key]) => key));
}

/**
 * A digest's key as FNV-1a with 32 bits: this storage is open to the content scripts of every site, and what was searched
 * for on one is nothing for another.
 */
function disguised(digestKey: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < digestKey.length; at += 1) hash = Math.imul(hash ^ digestKey.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
