import type { Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import { readDatabase } from '../../scripts/stored.ts';
import { currentTitle, expect, test } from './popup-page.ts';

const ABSTRACT =
  'We dig a row, wait for rain, and write down what comes up. Most of what we planted grew, and some of what grew we had not planted at all.';
const DIGEST = `new

Daily Papers

Feb 3

A Slow Study of Early Radishes

${ABSTRACT}

Beans That Climb Whatever Stands Near

${ABSTRACT} The beans were the taller ones.
`;

const WAYS: readonly [name: string, take: (popup: Page, text: string) => Promise<void>][] = [
  ['pasting', paste],
  ['choosing a file', chooseFile],
  ['dropping a file', drop],
];

async function paste(popup: Page, text: string): Promise<void> {
  await popup.getByRole('button', { name: textOf('import'), exact: true }).click();
  await popup.getByRole('textbox', { name: textOf('importPaste') }).fill(text);
  await popup.getByRole('button', { name: textOf('importTake'), exact: true }).click();
}

async function chooseFile(popup: Page, text: string): Promise<void> {
  await popup.getByRole('button', { name: textOf('import'), exact: true }).click();
  const file = { name: 'feb-3.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await popup.locator('input[type=file]').setInputFiles(file);
}

async function drop(popup: Page, text: string): Promise<void> {
  await popup.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'feb-3.txt', { type: 'text/plain' }));
    const options = { bubbles: true, cancelable: true, dataTransfer };
    document.body.dispatchEvent(new DragEvent('dragover', options));
    document.body.dispatchEvent(new DragEvent('drop', options));
  }, text);
}

for (const [name, take] of WAYS) {
  test(`${name} takes a text digest in and says what was new`, async ({ openTab, rows }) => {
    const popup = await openTab();
    await take(popup, DIGEST);
    const dialog = popup.getByRole('dialog');
    await expect(dialog.getByRole('status')).toContainText('Imported 2 papers: 2 new, 0 already known.');
    expect(await rows('papers')).toHaveLength(183);
    await dialog.getByRole('button', { name: textOf('showDigest') }).click();
    await expect(popup.getByRole('article')).toHaveCount(2);
    await expect(currentTitle(popup)).toHaveText('A Slow Study of Early Radishes');
    await expect(popup.getByRole('article').first()).toContainText('Feb 3');
  });
}

test('an import is one step that undo takes back', async ({ openTab, rows }) => {
  const popup = await openTab();
  await paste(popup, DIGEST);
  await expect(popup.getByRole('dialog').getByRole('status')).toContainText('Imported 2 papers');
  await popup.keyboard.press('Escape');
  await expect(popup.locator('.toast')).toContainText(`${textOf('doneImported')}: 2 papers`);
  await popup.keyboard.press('u');
  await expect(popup.locator('.toast')).toContainText('Undone.');
  expect(await rows('papers')).toHaveLength(181);
  expect(await rows('sightings')).toHaveLength(262);
});

test('the same digest twice is known the second time', async ({ openTab, rows }) => {
  const popup = await openTab();
  await paste(popup, DIGEST);
  const status = popup.getByRole('dialog').getByRole('status');
  await expect(status).toContainText('2 new, 0 already known');
  await popup.getByRole('textbox', { name: textOf('importPaste') }).fill(DIGEST);
  await popup.getByRole('button', { name: textOf('importTake'), exact: true }).click();
  await expect(status).toContainText('0 new, 2 already known');
  expect(await rows('sightings')).toHaveLength(264);
});

const MALFORMED: readonly [name: string, text: string, sentence: string][] = [
  ['no date', 'A Title Without a Day\n\nSomething.\n', 'Line 1: a date such as “Mar 11” was expected here.'],
  ['a day that is none', 'Daily Papers\n\nFeb 30\n', 'Line 3: “Feb 30” is not a day of the calendar.'],
  ['a title without abstract', `${DIGEST}\nTurnips\n`, 'Line 15: no abstract follows the title “Turnips”.'],
  ['bytes that are no text', `Feb 3\n\n\u0000\u0001\n`, 'Line 3: this is not plain text in UTF-8.'],
];
for (const [name, text, sentence] of MALFORMED) {
  test(`a text with ${name} is refused with its line, and nothing is taken in`, async ({ installed, openTab }) => {
    const popup = await openTab();
    const before = await readDatabase(installed.gleaner);
    await chooseFile(popup, text);
    const advice = `${textOf('error_digest_unreadable_safe')} ${textOf('error_digest_unreadable_do')}`;
    const status = popup.getByRole('dialog').getByRole('status');
    await expect(status).toHaveText(`Nothing was imported. ${sentence} ${advice}`);
    expect(await readDatabase(installed.gleaner)).toEqual(before);
  });
}
