import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ZOTERO_PATTERN } from '../../lib/domain/zotero.ts';
import { search, textOf } from '../../scripts/popup-hand.ts';
import { agreeTo } from './site-access.ts';
import { expect, openZotero, test } from './zotero-page.ts';

// They share one port.
test.describe.configure({ mode: 'serial' });

test.beforeEach(({ waitForPreload }) => waitForPreload().then(() => undefined));

type Dialog = Awaited<ReturnType<typeof openZotero>>;

const result = (dialog: Dialog) => dialog.locator('.result').first();
const target = (dialog: Dialog) => dialog.getByRole('combobox', { name: textOf('zoteroTarget') });
const press = (dialog: Dialog, name: string) => dialog.getByRole('button', { name, exact: true }).click();

/** Leaves a few papers in the list. @returns how many */
async function showFew(popup: Page): Promise<number> {
  await search(popup, 'title:attention');
  const count = await popup.locator('.paper h2').count();
  expect(count).toBeGreaterThan(1);
  return count;
}

test('the list is sent to the collection that was chosen, with tags and status', async ({ zotero, openPopupTab }) => {
  const popup = await openPopupTab();
  await popup.locator('.paper h2').first().waitFor();
  await popup.keyboard.press('t');
  await popup.locator('.detail [data-part=tags]:focus').waitFor();
  await popup.keyboard.type('graphs,');
  await popup.locator('.detail .tag').waitFor();
  await popup.keyboard.press('Escape');
  const dialog = await openZotero(popup);
  await expect(dialog).toContainText('181 papers that were not sent before');
  await expect(target(dialog)).toHaveValue('L1');
  expect(await target(dialog).locator('option').allTextContents()).toEqual([
    'Reading',
    'My Library',
    '\u2003Reading',
    '\u2003\u2003Gardens',
    'Group',
  ]);
  expect(zotero.items).toEqual([]);
  await target(dialog).selectOption('C13');
  await press(dialog, 'Send 181 papers');
  await expect(result(dialog)).toContainText('Sent 181 papers to Gardens.');
  expect(new Set(zotero.items.map(({ item }) => item.id)).size).toBe(181);
  expect(new Set(zotero.items.map(({ target: place }) => place))).toEqual(new Set(['C13']));
  expect(zotero.items.flatMap(({ tags }) => tags)).toEqual([{ tag: 'graphs', type: 1 }]);
  expect(zotero.asked).not.toContain('dropped');
});

test('what was sent is left out the second time, and sent again when that is asked for', async ({
  zotero,
  openPopupTab,
}) => {
  const popup = await openPopupTab();
  const few = await showFew(popup);
  const dialog = await openZotero(popup);
  await press(dialog, `Send ${few} papers`);
  await expect(result(dialog)).toContainText(`Sent ${few} papers to My Library.`);
  await press(dialog, textOf('zoteroDone'));
  await expect(popup.getByRole('dialog')).toHaveCount(0);

  const again = await openZotero(popup);
  await expect(again).toContainText('0 papers that were not sent before');
  await expect(again).toContainText(new RegExp(`${few} were sent before, last to My Library on \\w+ \\d+\\.`));
  await expect(again.getByRole('button', { name: 'Send 0 papers' })).toBeDisabled();
  await again.getByRole('checkbox', { name: `Send these ${few} again` }).check();
  await press(again, `Send ${few} papers`);
  await expect(result(again)).toContainText(`Sent ${few} papers to My Library.`);
  expect(zotero.items).toHaveLength(2 * few);
  await press(again, textOf('zoteroDone'));

  await popup.getByRole('textbox', { name: textOf('searchLabel') }).fill('');
  await expect(popup.locator('mark')).toHaveCount(0);
  const rest = await openZotero(popup);
  await press(rest, `Send ${181 - few} papers`);
  await expect(result(rest)).toContainText(`Sent ${181 - few} papers`);
  expect(new Set(zotero.items.map(({ item }) => item.id)).size).toBe(181);
  expect(zotero.items).toHaveLength(181 + few);
});

test('without Zotero one sentence says so, a file is saved instead, and a Zotero that is started is found', async ({
  zotero,
  openPopupTab,
}) => {
  await zotero.pause();
  const popup = await openPopupTab();
  const few = await showFew(popup);
  const dialog = await openZotero(popup);
  await expect(dialog).toContainText(textOf('zoteroNotRunning'));
  const downloading = popup.waitForEvent('download');
  await press(dialog, textOf('zoteroFile'));
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toHaveLength(few);
  await zotero.resume();
  await press(dialog, textOf('retry'));
  await expect(dialog.getByRole('button', { name: `Send ${few} papers` })).toBeVisible();
});

test('a library that cannot be changed is said, and nothing is sent to it', async ({ zotero, openPopupTab }) => {
  zotero.libraryEditable = false;
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await expect(dialog).toContainText(textOf('zoteroReadOnly'));
  await expect(target(dialog)).toHaveCount(0);
  zotero.libraryEditable = true;
  await press(dialog, textOf('retry'));
  await expect(target(dialog)).toBeVisible();
  zotero.libraryEditable = false;
  await press(dialog, 'Send 181 papers');
  await expect(result(dialog)).toContainText('Sent 0 papers');
  await expect(result(dialog)).toContainText(textOf('zoteroReadOnly'));
  await expect(result(dialog)).toContainText('181 were not sent.');
  expect(zotero.items).toEqual([]);
  zotero.libraryEditable = true;
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('181 papers that were not sent before');
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
  await expect(result(shown)).toContainText('Sent 181 papers to My Library.');
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
  await expect(result(dialog)).toContainText('Sent 181 papers to My Library.');
  expect(zotero.items).toHaveLength(181);
});

test('sending is stopped by a button; what has not gone stays to be sent', async ({ zotero, openPopupTab }) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => promise;
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await press(dialog, 'Send 181 papers');
  await dialog.getByRole('progressbar').waitFor();
  await press(dialog, textOf('cancel'));
  await expect(result(dialog)).toContainText('181 were not sent.');
  resolve(undefined);
  await expect(result(dialog)).toContainText('Sent 50 papers to My Library.');
  await expect(result(dialog)).toContainText('131 were not sent.');
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('131 papers that were not sent before');
  expect(zotero.items).toHaveLength(50);
});

test.describe('without access', () => {
  test.use({ isAllowed: false });

  test('a question that is refused is said, and Zotero is not spoken to', async ({ zotero, openPopupTab }) => {
    const popup = await openPopupTab();
    const dialog = await openZotero(popup);
    await expect(dialog).toContainText(textOf('zoteroWhy'));
    await popup.evaluate('void (chrome.permissions.request = async () => false)');
    await press(dialog, textOf('siteGiveAccess'));
    await expect(dialog).toContainText(textOf('zoteroRefused'));
    await expect(dialog.getByRole('button', { name: textOf('zoteroFile') })).toBeVisible();
    expect(zotero.asked).toEqual([]);
  });

  test('it is asked for in a click, and papers can be sent once it is given', async ({
    gleaner,
    zotero,
    openPopupTab,
  }) => {
    await agreeTo(gleaner, ZOTERO_PATTERN);
    const popup = await openPopupTab();
    const dialog = await openZotero(popup);
    await press(dialog, textOf('siteGiveAccess'));
    await press(dialog, 'Send 181 papers');
    await expect(result(dialog)).toContainText('Sent 181 papers to My Library.');
    expect(zotero.items).toHaveLength(181);
  });
});
