import type { Locator, Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';

/** What a person does to import something. */

/** Opens the panel. */
async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: textOf('import'), exact: true }).click();
  return page.getByRole('dialog');
}

/** Pastes a text and asks for the preview. */
export async function paste(page: Page, text: string): Promise<Locator> {
  const dialog = await openImport(page);
  await dialog.getByRole('textbox', { name: textOf('importPaste') }).fill(text);
  await dialog.getByRole('button', { name: textOf('importTake'), exact: true }).click();
  return dialog;
}

/** Chooses a file. */
export async function choose(page: Page, name: string, content: string | Buffer): Promise<Locator> {
  const dialog = await openImport(page);
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  return dialog;
}

/** Drops a file on the page. */
export async function drop(page: Page, name: string, text: string): Promise<Locator> {
  await page.evaluate(
    ([fileName = '', content = '']) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      const options = { bubbles: true, cancelable: true, dataTransfer };
      document.body.dispatchEvent(new DragEvent('dragover', options));
      document.body.dispatchEvent(new DragEvent('drop', options));
    },
    [name, text],
  );
  return page.getByRole('dialog');
}

/** Presses the button that adds so many papers. */
export const add = (dialog: Locator, papers: number) =>
  dialog.getByRole('button', { name: `Add ${papers} paper` }).click();
