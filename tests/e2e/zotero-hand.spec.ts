import type { Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import { expectAccessible } from './axe.ts';
import { fitsWidth } from './popup-page.ts';
import { expect, openZotero, press, resultIn, showFew, targetIn, test } from './zotero-page.ts';

test.beforeEach(async ({ waitForPreload }) => {
  await waitForPreload();
});

test('it works in the real popup, by keys alone, and the focus comes back', async ({ zotero, openToolbarPopup }) => {
  const popup = await openToolbarPopup();
  await popup.locator('.paper h2').first().waitFor();
  for (const key of ['v', 'j', 'j', 'v', 'e']) await popup.keyboard.press(key);
  const opener = popup.getByRole('button', { name: textOf('zoteroSend') });
  await opener.focus();
  await popup.keyboard.press('Enter');
  const dialog = popup.getByRole('dialog', { name: textOf('zotero') });
  await targetIn(dialog).waitFor();
  await targetIn(dialog).focus();
  await popup.keyboard.press('ArrowDown');
  await expect(targetIn(dialog)).toHaveValue('C12');
  for (const _ of ['tags', 'status', 'send']) await popup.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Send 2 papers' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(resultIn(dialog)).toContainText('Sent 2 papers to Reading.');
  expect(zotero.items).toHaveLength(2);
  // What was pressed is gone; the focus is where the answer stands, and the next key finds its way from there.
  await expect(dialog.locator('.stage')).toBeFocused();
  await popup.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: textOf('zoteroDone') })).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
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
  await expectFit(popup, 'absent');
  await zotero.resume();
  await press(dialog, textOf('retry'));
  await targetIn(dialog).waitFor();
  await expectFit(popup, 'choosing');
  const { promise, resolve } = Promise.withResolvers<undefined>();
  zotero.afterSave = () => promise;
  await dialog.getByRole('button', { name: /^Send \d/ }).click();
  await dialog.getByRole('progressbar').waitFor();
  await expectFit(popup, 'sending');
  resolve(undefined);
  await expect(resultIn(dialog)).toContainText('My Library');
  await expectFit(popup, 'sent');
  await press(dialog, textOf('zoteroDone'));
  await openZotero(popup);
  await dialog.getByRole('checkbox', { name: /again$/ }).waitFor();
  await expectFit(popup, 'sent before');
});

async function expectFit(popup: Page, state: string): Promise<void> {
  expect(await fitsWidth(popup), state).toBe(true);
  await expectAccessible(popup, state);
}
