import { textOf } from '../../scripts/popup-hand.ts';
import { readDatabase } from '../../scripts/stored.ts';
import { expectAccessible } from './axe.ts';
import { SAMPLE_FILES } from './import-files.ts';
import { add, choose, drop, paste } from './import-hand.ts';
import { currentTitle, expect, fitsWidth, test } from './popup-page.ts';

const [BIBTEX] = SAMPLE_FILES;
if (!BIBTEX) throw new Error('A sample file is missing');

for (const { kind, name, text, format, title } of SAMPLE_FILES) {
  test(`${kind} that is dropped is shown first, taken in when asked, and taken out by undo`, async ({
    openTab,
    rows,
  }) => {
    const popup = await openTab();
    const dialog = await drop(popup, name, text);
    await expect(dialog.getByRole('heading', { name: `${name} (${format})` })).toBeVisible();
    await expect(dialog.getByRole('definition').first()).toHaveText('2');
    await expect(dialog.getByRole('listitem').first()).toHaveText(title);
    expect(await rows('papers')).toHaveLength(181);
    expect(await fitsWidth(popup)).toBe(true);
    await add(dialog, 2);
    await expect(dialog).toContainText('Added 2 papers, 0 already known.');
    expect(await rows('papers')).toHaveLength(183);
    await dialog.getByRole('button', { name: textOf('importShow') }).click();
    await expect(popup.getByRole('article')).toHaveCount(2);
    await expect(currentTitle(popup)).toHaveText(title);
    await popup.keyboard.press('u');
    await expect(popup.locator('.toast')).toContainText('Undone.');
    expect(await rows('papers')).toHaveLength(181);
    expect(await rows('sightings')).toHaveLength(262);
  });
}

test('what was pasted is shown first, and the second time it is known', async ({ openTab, rows }) => {
  const popup = await openTab();
  const dialog = await paste(popup, BIBTEX.text);
  await expect(dialog).toContainText('tags on 1 paper');
  await add(dialog, 2);
  await dialog.getByRole('button', { name: textOf('importMore') }).click();
  await dialog.getByRole('textbox', { name: textOf('importPaste') }).fill(BIBTEX.text);
  await dialog.getByRole('button', { name: textOf('importTake'), exact: true }).click();
  await dialog.getByRole('button', { name: 'Merge 2 known papers' }).click();
  await expect(dialog).toContainText('Added 0 papers, 2 already known.');
  expect(await rows('papers')).toHaveLength(183);
});

test('cancel at the preview leaves the library as it was', async ({ installed, openTab }) => {
  const popup = await openTab();
  const before = await readDatabase(installed.gleaner);
  const dialog = await choose(popup, BIBTEX.name, BIBTEX.text);
  await dialog.getByRole('button', { name: textOf('cancel') }).click();
  await expect(dialog.getByRole('textbox', { name: textOf('importPaste') })).toBeVisible();
  expect(await readDatabase(installed.gleaner)).toEqual(before);
});

test('undo beside the result takes the import out', async ({ openTab, rows }) => {
  const popup = await openTab();
  const dialog = await choose(popup, BIBTEX.name, BIBTEX.text);
  await add(dialog, 2);
  await dialog.getByRole('button', { name: textOf('undo'), exact: true }).click();
  await expect(popup.locator('.toast')).toContainText('Undone.');
  expect(await rows('papers')).toHaveLength(181);
});

test('tags, star and status of a file come along', async ({ openTab, rows }) => {
  const popup = await openTab();
  const text =
    'Title,DOI,Tags,Status,Starred,Note\nA Paper of the Table,10.5555/t.1,"one; two",read,yes,mind the gap\n';
  const dialog = await choose(popup, 'table.csv', text);
  await expect(dialog).toContainText('tags on 1 paper');
  await add(dialog, 1);
  await expect(dialog).toContainText('Added 1 paper');
  const entry = (await rows('entries')).find(({ names }) => names.includes('doi:10.5555/t.1'));
  const { tags, status, starred, note } = entry ?? {};
  expect({ tags, status, starred, note }).toEqual({
    tags: ['one', 'two'],
    status: 'read',
    starred: true,
    note: 'mind the gap',
  });
});

test('axe finds nothing in the preview and the result, light and dark', async ({ openTab }) => {
  const popup = await openTab();
  const dialog = await choose(popup, 'half.bib', `${BIBTEX.text}@article{cut, title={Open and never\n`);
  await dialog.getByText('1 entry could not be read').click();
  await expectAccessible(popup, 'preview');
  await add(dialog, 2);
  await dialog.getByRole('button', { name: textOf('importShow') }).waitFor();
  await expectAccessible(popup, 'result');
});

test('what could not be read is listed by line and can be saved', async ({ openTab }) => {
  const popup = await openTab();
  const dialog = await choose(popup, 'half.bib', `${BIBTEX.text}@article{cut, title={Open and never\n`);
  await dialog.getByText('1 entry could not be read').click();
  await expect(dialog.locator('details')).toContainText('Line 3');
  await expect(dialog.locator('details')).toContainText(textOf('importWhyBroken'));
  const downloading = popup.waitForEvent('download');
  await dialog.getByRole('button', { name: textOf('importSaveList') }).click();
  expect((await downloading).suggestedFilename()).toBe('half-not-imported.txt');
});

test('the library page takes files by the same panel', async ({ openLibrary, rows }) => {
  const page = await openLibrary();
  const dialog = await drop(page, BIBTEX.name, BIBTEX.text);
  await add(dialog, 2);
  await expect(dialog).toContainText('Added 2 papers');
  expect(await rows('papers')).toHaveLength(183);
});
