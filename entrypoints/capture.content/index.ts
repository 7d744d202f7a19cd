import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchPatterns } from '../../lib/adapters/host.ts';
import { adapterHosts } from '../../lib/adapters/registry.ts';
import { browserWorld } from '../../lib/capture/browser-world.ts';
import { newShelter } from '../../lib/capture/shelter.ts';
import { watch } from '../../lib/capture/watch.ts';
import { ask, askAgain } from '../../lib/messages/ask.ts';
import { clearTrouble, raiseTrouble } from '../../lib/platform/troubles.ts';
import { readUndelivered, removeUndelivered, writeUndelivered } from '../../lib/platform/undelivered.ts';

/** Runs on the whole of each host, because a page may turn into a digest without a load. */
export default defineContentScript({
  matches: matchPatterns(adapterHosts()),
  runAt: 'document_idle',
  // An older script of ours hears of a newer one by an event; there is no need to write to the page's own listeners.
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (browser.extension.inIncognitoContext) return;
    const shelter = newShelter({
      host: location.host,
      store: { read: readUndelivered, write: writeUndelivered, remove: removeUndelivered },
      tell: tellWaiting,
    });
    const stop = watch(
      browserWorld(window, {
        send: (capture, doubt) => ask('capture', capture, doubt),
        sendAgain: (kept) => askAgain('capture', kept),
        shelter,
      }),
    );
    ctx.onInvalidated(stop);
  },
});

async function tellWaiting(count: number, site?: string): Promise<void> {
  const at = new Date().toISOString();
  if (count === 0) await clearTrouble('capture-waiting');
  else await raiseTrouble('capture-waiting', { at, count, ...(site && { site }) });
}
