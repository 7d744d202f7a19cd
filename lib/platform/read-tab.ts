import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

/** What a first look at a page found; what it lists is on its way to the library then. */
export interface Look {
  /** The key of the list that the page is; undefined for a page that is none. */
  digestKey?: string;
  papers: number;
}

/** Why a page could not be looked at: the browser keeps it from every extension, or its window is private. */
export type NoLook = 'closed-page' | 'private-window';

/**
 * Reads the page of a tab once the user has asked for that, whatever page it is. The browser allows it because of the
 * click, for this page and no longer.
 * @param script of the package: the one for this page's address, if there is one
 */
export async function readTab(
  tab: { id?: number | undefined; incognito: boolean },
  script: ScriptPublicPath | undefined,
): Promise<Look | NoLook> {
  if (tab.incognito) return 'private-window';
  if (tab.id === undefined || !script) return 'closed-page';
  const target = { tabId: tab.id };
  try {
    await browser.scripting.executeScript({ target, func: noteThatAsked });
    const [done] = await browser.scripting.executeScript({ target, files: [script] });
    return lookFrom(done?.result);
  } catch (error) {
    // A page of the browser's own, of its store, or one that has been left meanwhile.
    if (error instanceof Error) return 'closed-page';
    throw error;
  }
}

/** Runs in the page, in the world of content scripts: tells the script that comes next that the user has asked for it. */
function noteThatAsked(): void {
  Object.assign(globalThis, { gleanerAsked: true });
}

function lookFrom(result: unknown): Look {
  const property = (name: string): unknown =>
    typeof result === 'object' && result !== null ? Reflect.get(result, name) : undefined;
  const [digestKey, papers] = [property('digestKey'), property('papers')];
  return { papers: typeof papers === 'number' ? papers : 0, ...(typeof digestKey === 'string' && { digestKey }) };
}

/** The tab in front of the user; its address only where Gleaner may read it, also by a click on its button. */
export async function frontTab(): Promise<{ id?: number; url?: string; incognito: boolean } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab) return undefined;
  const { id, url, incognito } = tab;
  return { incognito, ...(id !== undefined && { id }), ...(url !== undefined && { url }) };
}

/**
 * The texts of the links on a page that lead to an address, where the browser allows a look.
 * @param frameId the frame in which the user clicked
 */
export async function textsOfLink(tabId: number, frameId: number, address: string): Promise<string[]> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [done] = await browser.scripting.executeScript({ target, func: findTexts, args: [address] });
    const found: unknown = done?.result;
    return Array.isArray(found) ? found.filter((text) => typeof text === 'string') : [];
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

/** Runs in the page. */
function findTexts(address: string): string[] {
  const links = [...document.links].filter(({ href }) => href === address);
  return links.slice(0, 20).map(({ textContent }) => textContent.slice(0, 5_000));
}
