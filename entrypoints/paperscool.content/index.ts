import { defineContentScript } from 'wxt/utils/define-content-script';
import { paperscool } from '../../lib/adapters/papers-cool.ts';
import { runInPage } from '../../lib/page-script/run-in-page.ts';

/** Runs where the user has turned the site on; the worker registers it (`lib/worker/keep-sites.ts`). */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (ctx) => runInPage(ctx, paperscool),
});
