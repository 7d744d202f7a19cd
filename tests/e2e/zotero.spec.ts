import { textOf } from '../../scripts/popup-hand.ts';
import { expect, openZotero, test } from './zotero-page.ts';

// They share one port.
test.describe.configure({ mode: 'serial' });

test('papers are sent to the collection that was chosen', async ({ zotero, waitForPreload, openPopupTab }) => {
  await waitForPreload();
  const popup = await openPopupTab();
  const dialog = await openZotero(popup);
  await expect(dialog).toContainText('181 papers that were not sent before');
  await dialog.getByRole('combobox', { name: textOf('zoteroTarget') }).selectOption('C13');
  await dialog.getByRole('button', { name: 'Send 181 papers' }).click();
  await expect(dialog.getByRole('status').first()).toContainText('Sent 181 papers to Gardens.');
  expect(zotero.items).toHaveLength(181);
  expect(new Set(zotero.items.map(({ target }) => target))).toEqual(new Set(['C13']));
});
