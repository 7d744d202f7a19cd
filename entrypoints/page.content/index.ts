import { defineContentScript } from 'wxt/utils/define-content-script';
import { anyPage } from '../../lib/adapters/any-page.ts';
import { runInPage } from '../../lib/page-script/run-in-page.ts';

/** Runs in the one page for which the user asks with "Read this page", where its site has no adapter of its own. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (ctx) => runInPage(ctx, anyPage),
});
