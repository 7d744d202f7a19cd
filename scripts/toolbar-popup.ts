import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { browserSession, extensionAddress, type GleanerBrowser } from './browser.ts';

/**
 * Opens the real popup as a click on the toolbar button would. Playwright does not list it among its pages, so a second
 * connection is made to the same browser once it is open.
 * @returns its page; `close` closes the popup and the connection
 */
export async function openToolbarPopup(gleaner: GleanerBrowser): Promise<{ page: Page; close(): Promise<void> }> {
  const front = gleaner.context.pages()[0] ?? (await gleaner.context.newPage());
  await front.bringToFront();
  await gleaner.worker.evaluate('chrome.action.openPopup()');
  return openedPopup(gleaner);
}

/**
 * Clicks the toolbar button over a page, as a person does: this also lets the popup know and read that one page, which
 * an extension that opens its popup by itself may not.
 */
export async function clickToolbarButton(
  gleaner: GleanerBrowser,
  over: Page,
): Promise<{ page: Page; close(): Promise<void> }> {
  await over.bringToFront();
  const session = await browserSession(gleaner.context);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === over.url());
  if (!tab) throw new Error(`The browser has no tab at ${over.url()}.`);
  const popup = extensionAddress(gleaner, 'popup.html');
  await click(session, gleaner.extensionId, tab.targetId);
  // Where access to the site is withdrawn, the first click lets held back scripts run, and the next opens the popup.
  if (!(await isThere(session, popup))) await click(session, gleaner.extensionId, tab.targetId);
  await isThere(session, popup);
  await session.detach();
  return openedPopup(gleaner);
}

/** Newer than Playwright's list of commands. */
async function click(session: CDPSession, id: string, targetId: string): Promise<void> {
  const send: unknown = Reflect.get(session, 'send');
  if (typeof send !== 'function') throw new Error('Playwright cannot speak to the browser.');
  await Reflect.apply(send, session, ['Extensions.triggerAction', { id, targetId }]);
}

/** Whether a popup is there within 5 s: a connection lists only what is there when it is made. */
async function isThere(session: CDPSession, address: string): Promise<boolean> {
  for (const end = Date.now() + 5_000; Date.now() < end; ) {
    const { targetInfos } = await session.send('Target.getTargets');
    if (targetInfos.some(({ url }) => url.startsWith(address))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function openedPopup(gleaner: GleanerBrowser): Promise<{ page: Page; close(): Promise<void> }> {
  const [port] = readFileSync(join(gleaner.profile, 'DevToolsActivePort'), 'utf8').split('\n');
  // Without defaults of its own: they would have all later downloads of the browser go to this connection's folder.
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const page = await pageAt(connection, extensionAddress(gleaner, 'popup.html'));
  const close = async () => {
    await page?.close();
    await connection.close();
  };
  if (page) return { page, close };
  await close();
  throw new Error('The toolbar popup did not open within 10 s.');
}

async function pageAt(connection: Browser, address: string): Promise<Page | undefined> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const pages = connection.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => candidate.url().startsWith(address));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}
