import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { adapterFor } from '../lib/adapters/registry.ts';
import { readTextDigest } from '../lib/importers/text-digest.ts';
import { openDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { raiseNotice } from '../lib/library/notices.ts';
import { continuePreload, planPreload } from '../lib/library/preload.ts';
import { readCounters } from '../lib/library/summary.ts';
import type { Reply } from '../lib/messages/protocol.ts';
import { type Service, serve } from '../lib/messages/serve.ts';
import { showUnread } from '../lib/platform/badge.ts';
import { readPackagedFile } from '../lib/platform/packaged-files.ts';
import { seedFiles } from '../lib/platform/seed-files.ts';
import { readSettings } from '../lib/platform/settings.ts';

/**
 * The worker. It may be killed at any moment, so every listener is added in the first turn, and nothing it remembers
 * matters: what is unfinished stands in the database.
 */
export default defineBackground(() => {
  const db = openDatabase();

  const refreshBadge = async () => {
    const [counters, settings] = await Promise.all([readCounters(db), readSettings()]);
    await showUnread(counters.unread, settings.badge);
  };

  const preload = async () => {
    await continuePreload(db, async (file) => {
      const read = await readTextDigest(await readPackagedFile(file), { seenAt: new Date().toISOString() });
      if (!read.ok) throw new Error(`The packaged digest ${file} cannot be read: ${read.code}`);
      return read.value;
    });
    await refreshBadge();
  };

  const service: Service = {
    extensionId: browser.runtime.id,
    siteOf: (host) => adapterFor(host)?.id,
    ingest: async (capture) => {
      const receipt = await ingest(db, capture);
      await refreshBadge();
      return receipt;
    },
    failed: (code, error) => {
      console.error('A capture could not be stored', code, error);
      if (code !== 'storage-full') return;
      const notice = { code, site: 'gleaner', at: new Date().toISOString(), parts: [] };
      raiseNotice(db, notice).catch((reason: unknown) => console.error('The notice could not be stored', reason));
    },
  };

  const started = preload();
  report(started);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    const plan = () => planPreload(db, seedFiles);
    report(started.then(plan, plan).then(preload));
  });

  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply<unknown>) => void) => {
    serve(service, message, sender).then(respond, (error: unknown) => console.error('A message failed', error));
    return true;
  });
});

/** What fails at the start of the worker has nobody to answer to; the next start tries again. */
function report(work: Promise<void>): void {
  work.catch((error: unknown) => console.error('Starting up failed', error));
}
