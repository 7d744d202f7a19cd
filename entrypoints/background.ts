import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { keepBackupIfDue } from '../lib/backup/automatic.ts';
import { safetyCopy } from '../lib/backup/safety-copy.ts';
import { writeLibrary } from '../lib/backup/write-library.ts';
import { siteOfHost, WEB } from '../lib/domain/sites.ts';
import { readTextDigest } from '../lib/importers/text-digest.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { type Opened, openLibrary } from '../lib/library/open.ts';
import { continuePreload, planPreload } from '../lib/library/preload.ts';
import { sayOfSighting } from '../lib/library/say-of-sighting.ts';
import { type Service, serve } from '../lib/messages/serve.ts';
import { acknowledge } from '../lib/platform/acknowledged.ts';
import { backupFolder } from '../lib/platform/backup-files.ts';
import { firstScreenStore } from '../lib/platform/first-screen-store.ts';
import { libraryMemory } from '../lib/platform/library-memory.ts';
import { tellNews } from '../lib/platform/library-news.ts';
import { readPackagedFile } from '../lib/platform/packaged-files.ts';
import { seedFiles } from '../lib/platform/seed-files.ts';
import { clearTrouble, raiseTrouble } from '../lib/platform/troubles.ts';
import { indexAll } from '../lib/search/index-papers.ts';
import { renewFirstScreen } from '../lib/state/take-first-screen.ts';
import { keepMirror, lookAfter } from '../lib/state/watch-over.ts';
import { answerBrowser } from '../lib/worker/answer-browser.ts';
import { keepSites } from '../lib/worker/keep-sites.ts';
import { recollect } from '../lib/worker/recollect.ts';
import { serveZotero } from '../lib/worker/serve-zotero.ts';
import { showBadge } from '../lib/worker/show-badge.ts';
import { keepWeeklyNotice } from '../lib/worker/weekly-notice.ts';
import { connectTo } from '../lib/zotero/connector.ts';

/** Troubles that are over as soon as something could be written again. */
const OVER_WITH_WRITING = ['storage-full', 'storage-unavailable', 'upgrade-failed', 'library-newer'];

/**
 * The worker. It may be killed at any moment, so every listener is added in the first turn, and nothing it remembers
 * matters: what is unfinished stands in the database.
 */
export default defineBackground(() => {
  const files = backupFolder();
  let opening: Promise<Opened> | undefined;

  /** The library, opened once; what failed is tried again at the next need. */
  const library = async (): Promise<GleanerDatabase> => {
    opening ??= openLibrary(safetyCopy(files, Date.now));
    const opened = await opening;
    if (opened.ok && opened.value.isOpen()) return opened.value;
    opening = undefined;
    if (opened.ok) return library();
    await raise(opened.code);
    throw opened.reason;
  };

  /** What follows a change of the library; a failure here has nothing to do with the change itself. */
  const afterwards = async (db: GleanerDatabase) => {
    await Promise.all([
      ...OVER_WITH_WRITING.map(clearTrouble),
      tellNews(),
      showBadge(db),
      renewFirstScreen(db, firstScreenStore, Date.now()),
      keepMirror(db, libraryMemory),
    ]);
    await indexAll(db);
    if (await libraryMemory.isLossKnown()) return;
    const now = new Date();
    const make = () => writeLibrary(db, { app: browser.runtime.getManifest().version, exportedAt: now.toISOString() });
    const kept = await keepBackupIfDue({ files, lastChange: now.toISOString(), nowMs: now.getTime(), make });
    if (!kept.ok) await raise(kept.code);
    else if (kept.value) await clearTrouble('backup-failed');
  };

  const preload = async () => {
    const db = await library();
    if (db.isReadOnly) return raise('library-newer');
    await lookAfter(db, libraryMemory);
    let hasRead = false;
    await continuePreload(db, async (file) => {
      hasRead = true;
      const read = await readTextDigest(await readPackagedFile(file), { seenAt: new Date().toISOString() });
      if (!read.ok) throw new Error(`The packaged digest ${file} cannot be read: ${read.code}`);
      return read.value;
    });
    if (hasRead) await renewFirstScreen(db, firstScreenStore, Date.now());
    await Promise.all([showBadge(db), keepMirror(db, libraryMemory)]);
    // What a worker that was stopped left undone, or a page that was closed.
    await indexAll(db);
  };

  const service: Service = {
    extensionId: browser.runtime.id,
    // A page of no site has a script of ours only because the user asked for that page to be read.
    siteOf: (host) => siteOfHost(host)?.id ?? WEB,
    ingest: async (capture) => {
      const db = await library();
      const receipt = await ingest(db, capture);
      report(afterwards(db));
      return receipt;
    },
    recall: async (digestKey, asker) => recollect(await library(), digestKey, asker, Date.now()),
    say: async (saying, asker) => {
      const db = await library();
      if (await sayOfSighting(db, saying, asker, Date.now())) report(afterwards(db));
    },
    acknowledge: async (digestKey) => {
      await acknowledge(digestKey, new Date().toISOString());
      await tellNews();
    },
    failed: (code, error) => {
      console.error('A message could not be done', code, error);
      report(raise(code));
    },
  };

  const started = preload();
  report(started);
  const sites = keepSites(report);
  report(sites.bringInLine());
  const zotero = serveZotero({ zotero: connectTo(), library, report });
  report(started.then(zotero.goOn));
  keepWeeklyNotice({ library, nowMs: Date.now, report });
  const makeMenus = answerBrowser({ library, afterwards, report });
  browser.runtime.onStartup.addListener(() => report(makeMenus()));

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    report(makeMenus());
    report(sites.enterOpenTabs());
    if (reason === 'update') return;
    const plan = async () => planPreload(await library(), seedFiles);
    report(started.then(plan, plan).then(preload));
  });

  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: unknown) => void) => {
    const work = zotero.answer(message, sender) ?? serve(service, message, sender);
    work.then(respond, (error: unknown) => console.error('A message failed', error));
    return true;
  });
});

function raise(code: string): Promise<void> {
  return raiseTrouble(code, { at: new Date().toISOString() });
}

/** What fails at the start of the worker has nobody to answer to; the next start tries again. */
function report(work: Promise<void>): void {
  work.catch((error: unknown) => console.error('Something went wrong in the background', error));
}
