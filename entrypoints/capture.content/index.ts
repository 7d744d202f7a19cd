import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterFor, installedAdapters } from '../../lib/adapters/registry.ts';
import { matchPatterns } from '../../lib/domain/host.ts';
import { hostsOf, sitesWith } from '../../lib/domain/sites.ts';
import { startReading } from '../../lib/page-script/start-reading.ts';

/** Runs on the whole of each host that is read from the first day, because a page may turn into a digest without a load. */
export default defineContentScript({
  matches: matchPatterns(hostsOf(sitesWith('install'))),
  runAt: 'document_idle',
  // An older script of ours hears of a newer one by an event; there is no need to write to the page's own listeners.
  noScriptStartedPostMessage: true,
  main: (ctx) => startReading(ctx, (host) => adapterFor(installedAdapters, host)),
});
