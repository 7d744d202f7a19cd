import { defineContentScript } from 'wxt/utils/define-content-script';
import { arxiv } from '../../lib/adapters/arxiv.ts';
import { matchPatterns } from '../../lib/domain/host.ts';
import { SITES } from '../../lib/domain/sites.ts';
import { runInPage } from '../../lib/page-script/run-in-page.ts';

/** Runs on the whole of each host, from the first day on, because a page may turn into a digest without a load. */
export default defineContentScript({
  matches: matchPatterns(SITES.arxiv.hosts),
  runAt: 'document_idle',
  // An older script of ours hears of a newer one by an event; there is no need to write to the page's own listeners.
  noScriptStartedPostMessage: true,
  main: (ctx) => runInPage(ctx, arxiv),
});
