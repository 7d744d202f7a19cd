import { writeBackup } from '../../lib/backup/write.ts';
import { openLibraryTab, textOf } from '../../scripts/popup-hand.ts';
import { recordsInTurn, sampleBackup } from '../samples/backup.ts';
import { bytesIn } from '../samples/backup-bytes.ts';
import { expect, openZotero, press, resultIn, test } from './zotero-page.ts';

test.beforeEach(async ({ waitForPreload }) => {
  await waitForPreload();
});

test('papers go on arriving when the popup closes, and another page shows how far it is', async ({
  zotero,
  openPopupTab,
}) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => promise;
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await press(dialog, 'Send 181 papers');
  await expect(dialog.getByRole('progressbar', { name: 'Sending to Zotero: 0 of 181' })).toBeVisible();
  await popup.close();
  const second = await openPopupTab();
  const shown = await openZotero(second);
  await expect(shown.getByRole('progressbar')).toBeVisible();
  resolve(undefined);
  await expect(resultIn(shown)).toContainText('Sent 181 papers to My Library.');
  expect(new Set(zotero.items.map(({ item }) => item.id)).size).toBe(181);
  expect(zotero.items).toHaveLength(181);
});

test('a worker that is ended in the middle sends nothing twice', async ({ zotero, openPopupTab, stopWorker }) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => (zotero.items.length === 100 ? promise : undefined);
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await press(dialog, 'Send 181 papers');
  await expect(dialog.getByRole('progressbar', { name: 'Sending to Zotero: 50 of 181' })).toBeVisible();
  await expect.poll(() => zotero.items.length).toBe(100);
  await stopWorker();
  resolve(undefined);
  await expect(resultIn(dialog)).toContainText('Sent 181 papers to My Library.');
  expect(zotero.items).toHaveLength(181);
  // Four batches, of which the second was asked about once more.
  expect(zotero.asked.filter((method) => method === 'saveItems')).toHaveLength(5);
});

test('sending is stopped by a button; what has not gone stays to be sent', async ({ zotero, openPopupTab }) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => promise;
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await press(dialog, 'Send 181 papers');
  await dialog.getByRole('progressbar').waitFor();
  await press(dialog, textOf('cancel'));
  await expect(resultIn(dialog)).toContainText('181 were not sent.');
  resolve(undefined);
  await expect(resultIn(dialog)).toContainText('Sent 50 papers to My Library.');
  await expect(resultIn(dialog)).toContainText('131 were not sent.');
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('131 papers not sent before');
  expect(zotero.items).toHaveLength(50);
});

const MANY = 1_000;
/** Runs in the page: notes every state in which the progress is drawn. */
function watchProgress(): void {
  const seen: number[] = [];
  Reflect.set(window, 'progressSeen', seen);
  const look = () => {
    const value = document.querySelector('progress')?.value;
    if (value !== undefined && value !== seen.at(-1)) seen.push(value);
    requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page. */
function progressSeen(): number[] {
  return Reflect.get(window, 'progressSeen');
}

test('1,000 papers go while the page goes on drawing how far it is', async ({ zotero, gleaner, openPopupTab }) => {
  const backup = sampleBackup(MANY);
  const buffer = Buffer.from(await bytesIn(writeBackup(recordsInTurn(backup), backup.header)));
  const library = await openLibraryTab(gleaner, 'backup');
  await library.locator('input[type=file]').setInputFiles({ name: 'many.gz', mimeType: 'application/gzip', buffer });
  await library.getByRole('button', { name: textOf('modeMerge'), exact: true }).click();
  await expect(library.getByRole('status').first()).toContainText('Restored: 1,000 new', { timeout: 60_000 });
  await library.close();
  const popup = await openPopupTab();
  await popup
    .getByRole('group', { name: textOf('statusGroup') })
    .getByRole('button', { name: 'All' })
    .click();
  const dialog = await openZotero(popup);
  const send = dialog.getByRole('button', { name: /^Send [\d,]+ papers$/ });
  await send.waitFor();
  const all = Number((await send.textContent())?.replace(/\D/g, ''));
  expect(all).toBeGreaterThanOrEqual(MANY);
  await popup.evaluate(watchProgress);
  const began = Date.now();
  await send.click();
  await expect(resultIn(dialog)).toContainText(/^Sent [\d,]+ papers to My Library\.$/, { timeout: 40_000 });
  const seen = await popup.evaluate(progressSeen);
  console.log(`${all} papers sent in ${Date.now() - began} ms, and drawn on the way: ${seen.join(', ')}`);
  expect(zotero.items).toHaveLength(all);
  expect(new Set(zotero.items.map(({ item }) => item.id)).size).toBe(all);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(5);
});
