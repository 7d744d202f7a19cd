import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeBackup } from '../../lib/backup/write.ts';
import { ZOTERO_PATTERN } from '../../lib/domain/zotero.ts';
import { openLibraryTab, search, textOf } from '../../scripts/popup-hand.ts';
import { recordsInTurn, sampleBackup } from '../samples/backup.ts';
import { bytesIn } from '../samples/backup-bytes.ts';
import { fitsWidth } from './popup-page.ts';
import { agreeTo } from './site-access.ts';
import { expect, openZotero, test } from './zotero-page.ts';

// They share one port.
test.describe.configure({ mode: 'serial' });

test.beforeEach(({ waitForPreload }) => waitForPreload().then(() => undefined));

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
  await expect(dialog).toContainText('181 papers');
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
  await expect(again).toContainText('0 papers not sent before');
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
  await expect(result(dialog)).toContainText(textOf('zoteroReadOnly'));
  await expect(result(dialog)).toContainText('181 were not sent.');
  expect(zotero.items).toEqual([]);
  zotero.libraryEditable = true;
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('181 papers');
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
  await expect(result(dialog)).toContainText('181 were not sent.');
  resolve(undefined);
  await expect(result(dialog)).toContainText('Sent 50 papers to My Library.');
  await expect(result(dialog)).toContainText('131 were not sent.');
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('131 papers not sent before');
  expect(zotero.items).toHaveLength(50);
});

test('it works in the real popup, by keys alone, and the focus comes back', async ({ zotero, openToolbarPopup }) => {
  const popup = await openToolbarPopup();
  await popup.locator('.paper h2').first().waitFor();
  for (const key of ['v', 'j', 'j', 'v', 'e']) await popup.keyboard.press(key);
  const opener = popup.getByRole('button', { name: textOf('zoteroSend') });
  await opener.focus();
  await popup.keyboard.press('Enter');
  const dialog = popup.getByRole('dialog', { name: textOf('zotero') });
  await target(dialog).waitFor();
  await target(dialog).focus();
  await popup.keyboard.press('ArrowDown');
  await expect(target(dialog)).toHaveValue('C12');
  for (const _ of ['tags', 'status', 'send']) await popup.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Send 2 papers' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(result(dialog)).toContainText('Sent 2 papers to Reading.');
  expect(zotero.items).toHaveLength(2);
  // What was pressed is gone; the next key must find its way from here.
  await popup.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: textOf('zoteroDone') })).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

const MANY = 1_000;

test('1,000 papers go without the page standing still', async ({ zotero, gleaner, openPopupTab }) => {
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
  await popup.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) Reflect.set(window, 'longest', Math.max(longest(), duration));
    }).observe({ type: 'longtask' });
    const longest = (): number => Number(Reflect.get(window, 'longest') ?? 0);
  });
  const began = Date.now();
  await send.click();
  await expect(result(dialog)).toContainText(/^Sent [\d,]+ papers to My Library\.$/, { timeout: 40_000 });
  const longest = await popup.evaluate(() => Number(Reflect.get(window, 'longest') ?? 0));
  console.log(`${all} papers sent in ${Date.now() - began} ms; the longest task of the popup took ${longest} ms`);
  expect(zotero.items).toHaveLength(all);
  expect(new Set(zotero.items.map(({ item }) => item.id)).size).toBe(all);
  expect(longest).toBeLessThan(200);
});

test('axe finds nothing in any of its states, light and dark, and nothing is wider than the popup', async ({
  zotero,
  openPopupTab,
}) => {
  const popup = await openPopupTab();
  await showFew(popup);
  await zotero.pause();
  const dialog = await openZotero(popup);
  await expect(dialog).toContainText(textOf('zoteroNotRunning'));
  await expectAccessible(popup, 'absent');
  await zotero.resume();
  await press(dialog, textOf('retry'));
  await target(dialog).waitFor();
  await expectAccessible(popup, 'choosing');
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => promise;
  await dialog.getByRole('button', { name: /^Send \d/ }).click();
  await dialog.getByRole('progressbar').waitFor();
  await expectAccessible(popup, 'sending');
  resolve(undefined);
  await expect(result(dialog)).toContainText('My Library');
  await expectAccessible(popup, 'sent');
  await press(dialog, textOf('zoteroDone'));
  await openZotero(popup);
  await dialog.getByRole('checkbox', { name: /again$/ }).waitFor();
  await expectAccessible(popup, 'sent before');
});

async function expectAccessible(popup: Page, state: string): Promise<void> {
  expect(await fitsWidth(popup), state).toBe(true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: popup }).withTags(RULES).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}

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
