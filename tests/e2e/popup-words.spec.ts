import type { Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import { currentTitle, expect, statusTab, test } from './popup-page.ts';

const tagField = (popup: Page) => popup.locator('.detail').getByRole('combobox', { name: textOf('tagAdd') });
const noteField = (popup: Page) => popup.getByRole('textbox', { name: textOf('note'), exact: true });

test('t puts tags on a paper, the row shows them, and undo takes them off', async ({ openToolbar, rows }) => {
  const { page: popup } = await openToolbar();
  await popup.keyboard.press('t');
  await expect(tagField(popup)).toBeFocused();
  await popup.keyboard.type('graphs, to read');
  await popup.keyboard.press('Enter');
  const row = popup.locator('.paper.is-current .tags');
  await expect(row).toHaveText(`${textOf('tags')}: graphs, to read`);
  await expect(popup.locator('.toast')).toContainText(textOf('doneTags'));
  await popup.getByRole('button', { name: 'Take off the tag “graphs”' }).click();
  await expect(row).toHaveText(`${textOf('tags')}: to read`);
  await popup.keyboard.press('Control+z');
  await expect(row).toHaveText(`${textOf('tags')}: graphs, to read`);
  expect((await rows('entries')).flatMap(({ tags }) => tags)).toEqual(['graphs', 'to read']);
});

test('letters and arrows in the field are text, and Escape goes back to the paper', async ({ openTab }) => {
  const popup = await openTab();
  await popup.keyboard.press('n');
  await expect(noteField(popup)).toBeFocused();
  await popup.keyboard.type('just read');
  await popup.keyboard.press('ArrowDown');
  await expect(noteField(popup)).toHaveValue('just read');
  await expect(noteField(popup)).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
  await expect(statusTab(popup, 'statusUnread')).toContainText('181');
});

test('tags go on every selected paper at once', async ({ openTab, rows }) => {
  const popup = await openTab();
  await popup.keyboard.press('v');
  await popup.keyboard.press('Shift+J');
  await popup.keyboard.press('t');
  const dialog = popup.getByRole('dialog', { name: textOf('tags') });
  await expect(dialog.getByRole('combobox', { name: textOf('tagAdd') })).toBeFocused();
  await popup.keyboard.type('graphs');
  await popup.keyboard.press('Enter');
  await expect(dialog.locator('.tag')).toHaveText(/^graphs/);
  expect((await rows('entries')).filter(({ tags }) => tags.includes('graphs'))).toHaveLength(2);
  await dialog.getByRole('button', { name: 'Take off the tag “graphs”' }).click();
  await expect.poll(async () => (await rows('entries')).filter(({ tags }) => tags.length > 0)).toEqual([]);
});

test('tags in use are offered', async ({ openTab }) => {
  const popup = await openTab();
  await popup.keyboard.press('t');
  await expect(tagField(popup)).toBeFocused();
  await popup.keyboard.type('graphs,');
  await expect(popup.locator('.paper.is-current .tags')).toContainText('graphs');
  await popup.keyboard.press('Escape');
  await popup.keyboard.press('j');
  await popup.keyboard.press('t');
  await expect(popup.locator('.detail datalist option')).toHaveAttribute('value', 'graphs');
});

test('a note is saved while it is written, as one step of undo', async ({ openTab, rows }) => {
  const popup = await openTab();
  await popup.keyboard.press('n');
  await expect(noteField(popup)).toBeFocused();
  const notes = async () => (await rows('entries')).flatMap(({ note }) => note || []);
  await popup.keyboard.type('first');
  await expect.poll(notes).toEqual(['first']);
  await popup.keyboard.type(' and second');
  await expect.poll(notes).toEqual(['first and second']);
  expect(await rows('undo')).toHaveLength(1);
  await popup.keyboard.press('Escape');
  await popup.keyboard.press('u');
  await expect.poll(notes).toEqual([]);
  await expect(noteField(popup)).toHaveValue('');
});

test('a note survives a popup that closes in the middle of a word', async ({ openToolbar, rows }) => {
  const first = await openToolbar();
  await first.page.keyboard.press('n');
  await expect(noteField(first.page)).toBeFocused();
  const title = await currentTitle(first.page).textContent();
  await first.page.keyboard.type('compare wi');
  await first.close();
  const { page: popup } = await openToolbar();
  await expect(currentTitle(popup)).toHaveText(title ?? '');
  await expect(noteField(popup)).toHaveValue('compare wi');
  await expect
    .poll(async () => (await rows('entries')).flatMap(({ note }) => note || []), { timeout: 15_000 })
    .toEqual(['compare wi']);
});

const ABSTRACT =
  'We dig a row, wait for rain, and write down what comes up. Most of what we planted grew, and some of what grew we had not planted at all.';

test('a paper joined of two says so, and can be set apart and joined again', async ({ give, installed, openTab }) => {
  await give(installed.captured);
  const popup = await openTab();
  const title = (await currentTitle(popup).textContent()) ?? '';
  await popup.getByRole('button', { name: textOf('import'), exact: true }).click();
  await popup.getByRole('textbox', { name: textOf('importPaste') }).fill(`Feb 3\n\n${title}\n\n${ABSTRACT}\n`);
  await popup.getByRole('button', { name: textOf('importTake'), exact: true }).click();
  await popup.getByRole('button', { name: 'Merge 1 known paper' }).click();
  await expect(popup.getByRole('dialog').getByRole('status')).toContainText('1 already known');
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  const all = await statusTab(popup, 'statusUnread').textContent();
  await popup.locator('.paper.is-current h2 button').press('Enter');
  const names = popup.getByRole('region', { name: 'Known under 2 names' });
  await expect(names).toContainText(textOf('nameSharesTitle'));
  // By key: the list may still be scrolling the row into sight under a pointer.
  await names
    .getByRole('button', { name: textOf('nameApart') })
    .last()
    .press('Enter');
  await expect(popup.locator('.toast')).toContainText(textOf('doneApart'));
  await expect(names).toHaveCount(0);
  await expect(statusTab(popup, 'statusUnread')).not.toHaveText(all ?? '');
  await popup.keyboard.press('u');
  await expect(statusTab(popup, 'statusUnread')).toHaveText(all ?? '');
});
