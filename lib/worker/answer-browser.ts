import { pageScriptFor } from '../domain/page-script.ts';
import { LINK_PATTERNS } from '../domain/paper-in-link.ts';
import type { Status } from '../domain/shelf.ts';
import { webAddress } from '../domain/web-address.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { endDone, showDone } from '../platform/badge.ts';
import { type ChosenLink, makeMenus, onMenu, onReadCommand } from '../platform/menus.ts';
import { type Disposition, onOmnibox, openAt } from '../platform/omnibox.ts';
import { libraryAddress } from '../platform/pages.ts';
import { readTab, textsOfLink } from '../platform/read-tab.ts';
import { type TextKey, t } from '../platform/text.ts';
import { saveLink } from './save-link.ts';
import { suggestPapers } from './suggest.ts';

const SIGN_MS = 2_000;
const STATUS_NAMES: Record<Status, TextKey> = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
  skipped: 'statusSkipped',
};

/** What the worker has for those who answer the browser. */
export interface Worker {
  library(): Promise<GleanerDatabase>;
  /** What follows a change of the library. */
  afterwards(db: GleanerDatabase): Promise<void>;
  /** Told of work that nobody waits for. */
  report(work: Promise<void>): void;
}

/**
 * Answers the menus, the command "Read this page" and the keyword of the address bar. Must be called in the worker's
 * first turn.
 * @returns makes the menus, which a browser forgets with an update
 */
export function answerBrowser({ library, afterwards, report }: Worker): () => Promise<void> {
  const sign = async (isDone: boolean, tabId: number | undefined) => {
    if (tabId === undefined) return;
    await showDone(isDone, tabId);
    // Should the worker be stopped before, the sign goes with the page.
    setTimeout(() => report(endDone(tabId)), SIGN_MS);
  };
  const save = async (link: ChosenLink) => {
    if (link.isPrivate) return sign(false, link.tabId);
    const texts = link.text ? [link.text] : await textsOfChosen(link);
    const db = await library();
    const receipt = await saveLink(db, { address: link.address, texts }, new Date().toISOString());
    if (receipt) await afterwards(db);
    await sign(receipt !== undefined, link.tabId);
  };
  const read = async (tab: { id?: number | undefined; url?: string | undefined; incognito: boolean }) => {
    const look = await readTab(tab, pageScriptFor(tab.url));
    await sign(typeof look === 'object' && look.papers > 0, tab.id);
  };
  onMenu({ save: (link) => report(save(link)), read: (tab) => report(read(tab)) });
  onReadCommand((tab) => report(read(tab)));
  onOmnibox({
    suggest: async (typed) => {
      const found = await suggestPapers(await library(), typed);
      return found.map(({ status, ...paper }) => ({ ...paper, note: t(STATUS_NAMES[status]) }));
    },
    enter: (text, where) => report(enter(text, where)),
    failed: (error) => report(Promise.reject(error)),
  });
  return () => makeMenus(LINK_PATTERNS);
}

async function textsOfChosen({ tabId, frameId, address }: ChosenLink): Promise<string[]> {
  return tabId === undefined ? [] : textsOfLink(tabId, frameId, address);
}

/** A suggestion is the address that it opens; anything else is searched for in the library. */
async function enter(text: string, where: Disposition): Promise<void> {
  const address = /^https?:\/\/\S+$/.test(text) ? webAddress(text) : undefined;
  await openAt(address ?? libraryAddress(`papers?q=${encodeURIComponent(text.trim().toWellFormed())}`), where);
}
