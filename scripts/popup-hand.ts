import type { Download, Page } from '@playwright/test';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { extensionAddress, type GleanerBrowser } from './browser.ts';

/** What a person does in the popup, and pictures of it. Works on the popup's page wherever it is open. */

/** A text of the popup in English, by its key: nothing here breaks when the wording changes. */
export function textOf(key: keyof typeof messages): string {
  return messages[key].message;
}

/** Waits until the list is drawn, or what stands in for it, or another place of the library. */
export async function waitUntilDrawn(popup: Page): Promise<void> {
  await popup.locator('article h2, .empty, .place-body :is(section, dl, p, .settings)').first().waitFor();
  await popup.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** The size of a window in which the library shows its pane. */
export const LIBRARY_SIZE = { width: 1280, height: 900 };

/**
 * Opens the full tab.
 * @param place one of its places, such as `backup`
 * @param prepare is given the tab before the library loads in it
 */
export async function openLibraryTab(
  gleaner: GleanerBrowser,
  place = 'papers',
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const page = await gleaner.context.newPage();
  await page.setViewportSize(LIBRARY_SIZE);
  await prepare?.(page);
  await page.goto(`${extensionAddress(gleaner, 'library.html')}#${place}`);
  await waitUntilDrawn(page);
  return page;
}

/** Exports what the list shows as Markdown, through the popup's own dialog and a real download. */
export async function exportMarkdown(popup: Page): Promise<Download> {
  await popup.getByRole('button', { name: textOf('export'), exact: true }).click();
  const dialog = popup.getByRole('dialog');
  await dialog.getByRole('radio', { name: textOf('formatMarkdown') }).check();
  const downloading = popup.waitForEvent('download');
  await dialog.getByRole('button', { name: textOf('exportDownload'), exact: true }).click();
  const download = await downloading;
  await popup.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return download;
}

/** Types into the search field and waits until the list is that of the query. */
export async function search(popup: Page, query: string): Promise<void> {
  await popup.getByRole('textbox', { name: textOf('searchLabel') }).fill(query);
  await popup.locator('mark').first().waitFor();
}

/** Shows the papers of one status, by its name on the tab. */
export async function chooseShelf(popup: Page, name: string): Promise<void> {
  await popup
    .getByRole('group', { name: textOf('statusGroup') })
    .getByRole('button', { name })
    .click();
  await popup.getByRole('button', { name, pressed: true }).first().waitFor();
}

/** Takes a picture in a colour scheme, without caret, pointer or movement. */
export async function takePicture(popup: Page, scheme: 'light' | 'dark', path: string): Promise<void> {
  await popup.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await popup.mouse.move(0, 0);
  await waitUntilDrawn(popup);
  await popup.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
