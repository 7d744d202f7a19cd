import { readFileSync } from 'node:fs';
import { ZOTERO_PATTERN } from '../../lib/domain/zotero.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { agreeTo } from './site-access.ts';
import { expect, openZotero, press, resultIn, showFew, targetIn, test } from './zotero-page.ts';

test.beforeEach(async ({ waitForPreload }) => {
  await waitForPreload();
});

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
  await expect(targetIn(dialog)).toHaveValue('L1');
  expect(await targetIn(dialog).locator('option').allTextContents()).toEqual([
    'Reading',
    'My Library',
    '\u2003Reading',
    '\u2003\u2003Gardens',
    'Group',
  ]);
  expect(zotero.items).toEqual([]);
  await targetIn(dialog).selectOption('C13');
  await press(dialog, 'Send 181 papers');
  await expect(resultIn(dialog)).toContainText('Sent 181 papers to Gardens.');
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
  await expect(resultIn(dialog)).toContainText(`Sent ${few} papers to My Library.`);
  await press(dialog, textOf('zoteroDone'));
  await expect(popup.getByRole('dialog')).toHaveCount(0);

  const again = await openZotero(popup);
  await expect(again).toContainText('0 papers not sent before');
  await expect(again).toContainText(new RegExp(`${few} were sent before, last to My Library on \\w+ \\d+\\.`));
  await expect(again.getByRole('button', { name: 'Send 0 papers' })).toBeDisabled();
  await again.getByRole('checkbox', { name: `Send these ${few} again` }).check();
  await press(again, `Send ${few} papers`);
  await expect(resultIn(again)).toContainText(`Sent ${few} papers to My Library.`);
  expect(zotero.items).toHaveLength(2 * few);
  await press(again, textOf('zoteroDone'));

  await popup.getByRole('textbox', { name: textOf('searchLabel') }).fill('');
  await expect(popup.locator('mark')).toHaveCount(0);
  const rest = await openZotero(popup);
  await press(rest, `Send ${181 - few} papers`);
  await expect(resultIn(rest)).toContainText(`Sent ${181 - few} papers`);
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
  await expect(targetIn(dialog)).toHaveCount(0);
  zotero.libraryEditable = true;
  await press(dialog, textOf('retry'));
  await expect(targetIn(dialog)).toBeVisible();
  zotero.libraryEditable = false;
  await press(dialog, 'Send 181 papers');
  await expect(resultIn(dialog)).toContainText(textOf('zoteroReadOnly'));
  await expect(resultIn(dialog)).toContainText('181 were not sent.');
  expect(zotero.items).toEqual([]);
  zotero.libraryEditable = true;
  await press(dialog, textOf('retry'));
  await expect(dialog).toContainText('181 papers');
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
    await expect(resultIn(dialog)).toContainText('Sent 181 papers to My Library.');
    expect(zotero.items).toHaveLength(181);
  });
});
