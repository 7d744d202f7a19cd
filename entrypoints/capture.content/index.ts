import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchPatterns } from '../../lib/adapters/host.ts';
import { adapterHosts } from '../../lib/adapters/registry.ts';
import { browserWorld } from '../../lib/capture/browser-world.ts';
import { watch } from '../../lib/capture/watch.ts';
import { ask } from '../../lib/messages/ask.ts';

/** Runs on the whole of each host, because a page may turn into a digest without a load. */
export default defineContentScript({
  matches: matchPatterns(adapterHosts()),
  runAt: 'document_idle',
  main(ctx) {
    if (browser.extension.inIncognitoContext) return;
    const stop = watch(browserWorld(window, (capture) => ask('capture', capture)));
    ctx.onInvalidated(stop);
  },
});
