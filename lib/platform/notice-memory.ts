import { browser } from 'wxt/browser';

// A key each, so that page and worker cannot overwrite each other: the page writes the choice, the worker what it told.
const PREFIX = 'weekly:';
const CHOICE = `${PREFIX}choice`;
const TOLD = `${PREFIX}told`;

/** What is stored of the weekly notification, as it was stored. */
export async function readNotice(): Promise<{ choice: unknown; told: unknown }> {
  const stored = await browser.storage.local.get([CHOICE, TOLD]);
  return { choice: stored[CHOICE], told: stored[TOLD] };
}

/** Stores what the user chose; nothing for no notification. */
export async function writeNoticeChoice(choice: object | undefined): Promise<void> {
  if (choice) await browser.storage.local.set({ [CHOICE]: choice });
  else await browser.storage.local.remove(CHOICE);
}

/** Stores when the last notification was shown. @param at ISO instant */
export async function writeTold(at: string): Promise<void> {
  await browser.storage.local.set({ [TOLD]: at });
}

/** Calls `changed` whenever another choice is stored. @returns stops it */
export function watchNoticeChoice(changed: () => void): () => void {
  const listener: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (CHOICE in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
