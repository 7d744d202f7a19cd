import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { SiteAdapter } from '../adapters/adapter.ts';
import { browserWorld } from '../capture/browser-world.ts';
import { newShelter } from '../capture/shelter.ts';
import { watch } from '../capture/watch.ts';
import { ask, askAgain } from '../messages/ask.ts';
import { clearTrouble, raiseTrouble } from '../platform/troubles.ts';
import { readUndelivered, removeUndelivered, writeUndelivered } from '../platform/undelivered.ts';

/**
 * What every content script of ours does: watches the page of its tab, hands over what it reads, and draws what the
 * library knows of it. Ends with the script's own context.
 * @param adapterFor the adapter that reads pages of a host
 */
export function startReading(ctx: ContentScriptContext, adapterFor: (host: string) => SiteAdapter | undefined): void {
  if (browser.extension.inIncognitoContext) return;
  const shelter = newShelter({
    host: location.host,
    store: { read: readUndelivered, write: writeUndelivered, remove: removeUndelivered },
    tell: tellWaiting,
  });
  const world = browserWorld(window, {
    send: (capture, doubt) => ask('capture', capture, doubt),
    sendAgain: (kept) => askAgain('capture', kept),
    shelter,
  });
  ctx.onInvalidated(watch(world, adapterFor));
}

async function tellWaiting(count: number, site?: string): Promise<void> {
  const at = new Date().toISOString();
  if (count === 0) await clearTrouble('capture-waiting');
  else await raiseTrouble('capture-waiting', { at, count, ...(site && { site }) });
}
