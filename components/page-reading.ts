import { signal } from '@preact/signals';
import { pageScriptFor } from '../lib/domain/page-script.ts';
import { frontTab, type NoLook, readTab } from '../lib/platform/read-tab.ts';
import type { Popup } from '../lib/state/popup.ts';

/** How far "Read this page" has come. What was found is on its way into the library. */
export type PageReading = { at: 'busy' | 'nothing' | NoLook } | { at: 'found'; digestKey: string; since: string };

/** The page that this popup was last asked to read; undefined for none. */
export const pageReading = signal<PageReading | undefined>(undefined);

/** Reads the page in front of the user; what comes of it is told by `pageReading`. */
export async function readFrontPage({ world }: Popup): Promise<void> {
  pageReading.value = { at: 'busy' };
  const since = new Date(world.nowMs()).toISOString();
  const tab = await frontTab();
  const look = tab ? await readTab(tab, pageScriptFor(tab.url)) : 'closed-page';
  if (typeof look === 'string') pageReading.value = { at: look };
  else if (look.digestKey === undefined || look.papers === 0) pageReading.value = { at: 'nothing' };
  else pageReading.value = { at: 'found', digestKey: look.digestKey, since };
}
