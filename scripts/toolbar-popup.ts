import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { extensionAddress, type GleanerBrowser } from './browser.ts';

/**
 * Opens the real popup as a click on the toolbar button would. Playwright does not list it among its pages, so a second
 * connection is made to the same browser once it is open.
 * @returns its page; `close` closes the popup and the connection
 */
export async function openToolbarPopup(gleaner: GleanerBrowser): Promise<{ page: Page; close(): Promise<void> }> {
  const front = gleaner.context.pages()[0] ?? (await gleaner.context.newPage());
  await front.bringToFront();
  await gleaner.worker.evaluate('chrome.action.openPopup()');
  const [port] = readFileSync(join(gleaner.profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
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
