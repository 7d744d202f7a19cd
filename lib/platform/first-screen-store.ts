import { browser } from 'wxt/browser';
import { recall, remember } from './view-memory.ts';

const KEY = 'first-screen';

/** What stands for "the library has changed since, and nobody knows how": better no first screen than an old one. */
const OUTDATED = 'outdated';

/**
 * Where the rows that a popup opens with are kept: beside the database, which is slower to open. Content scripts, which a
 * hostile page may control, must not read them; so they lie in the storage of the session, which is closed to them, and
 * for the next session in the pages' own storage, which the worker cannot reach. What the session holds is the newer.
 */
export const firstScreenStore = {
  /** What was kept, as it was written; undefined when nothing was, or when it is out of date. */
  read: async (): Promise<unknown> => {
    const kept: unknown = (await browser.storage.session.get(KEY))[KEY];
    if (kept !== undefined) return kept === OUTDATED ? undefined : kept;
    return hasPageStorage() ? recall(KEY) : undefined;
  },
  /** Keeps a first screen, or that there is none. */
  write: async (screen: object | undefined): Promise<void> => {
    if (hasPageStorage()) remember(KEY, screen ?? null);
    await browser.storage.session.set({ [KEY]: screen ?? OUTDATED });
  },
};

function hasPageStorage(): boolean {
  return typeof localStorage !== 'undefined';
}
