import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import { readDatabase } from '../../scripts/stored.ts';
import { CAPTURED, expect, test } from './popup-page.ts';

interface Saved {
  name: string;
  bytes: Buffer;
}

async function saveBackup(library: Page): Promise<Saved> {
  const downloading = library.waitForEvent('download');
  await library.getByRole('button', { name: textOf('backupSave'), exact: true }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function choose(library: Page, { name, bytes }: Saved): Promise<void> {
  await library.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/gzip', buffer: bytes });
}

const status = (library: Page) => library.getByRole('main').getByRole('status').first();
const go = (library: Page, mode: 'modeMerge' | 'modeReplace') =>
  library.getByRole('button', { name: textOf(mode), exact: true }).click();

test('a saved backup brings back what is missing, and undo takes it out again', async ({
  give,
  installed,
  openLibrary,
  rows,
}) => {
  await give(installed.captured);
  const first = await openLibrary('backup');
  const saved = await saveBackup(first);
  expect(saved.name).toMatch(/^gleaner-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
  await expect(status(first)).toContainText(saved.name);
  await expect(first.getByText(textOf('backupToday'))).toBeVisible();
  await first.close();

  await give(installed.examples);
  const library = await openLibrary('backup');
  await choose(library, saved);
  await expect(status(library)).toContainText(`It holds ${181 + CAPTURED} papers from 6 digests.`);
  await expect(status(library)).toContainText(`Adds ${CAPTURED} papers; 181 papers are known already.`);
  expect(await rows('papers')).toHaveLength(181);
  await go(library, 'modeMerge');
  await expect(status(library)).toContainText(`Restored: ${CAPTURED} new, 181 already known.`);
  expect(await rows('papers')).toHaveLength(181 + CAPTURED);
  await library.keyboard.press('u');
  await expect.poll(async () => (await rows('papers')).length).toBe(181);
});

test('cancelling the preview changes nothing', async ({ installed, openLibrary }) => {
  const library = await openLibrary('backup');
  const saved = await saveBackup(library);
  const before = await readDatabase(installed.gleaner);
  await choose(library, saved);
  await library.getByRole('button', { name: textOf('cancel') }).click();
  await expect(library.getByRole('button', { name: textOf('backupSave'), exact: true })).toBeVisible();
  expect(await readDatabase(installed.gleaner)).toEqual(before);
});

test('replacing everything says what would go, keeps the present first, and can be undone', async ({
  give,
  installed,
  openLibrary,
  rows,
}) => {
  const first = await openLibrary('backup');
  const saved = await saveBackup(first);
  await first.close();
  await give(installed.captured);
  const library = await openLibrary('backup');
  await choose(library, saved);
  await library.getByRole('radio', { name: textOf('modeReplace') }).check();
  await expect(status(library)).toContainText(`Takes out ${CAPTURED} papers of your ${181 + CAPTURED} papers.`);
  await go(library, 'modeReplace');
  await expect(status(library)).toContainText('Restored: 181 new');
  expect(await rows('papers')).toHaveLength(181);
  await expect(library.getByRole('listitem').filter({ hasText: textOf('keptBeforeRestore') })).toHaveCount(1);
  await status(library)
    .getByRole('button', { name: textOf('undo') })
    .click();
  await expect.poll(async () => (await rows('papers')).length).toBe(181 + CAPTURED);
});

test('a backup on this computer can be looked into, saved as a file, and deleted', async ({
  installed,
  openLibrary,
}) => {
  const first = await openLibrary('backup');
  const saved = await saveBackup(first);
  await first.close();
  const name = 'gleaner-20261101T080000000Z-daily.ndjson.gz';
  await installed.desk.evaluate(keepLocally, [name, saved.bytes.toString('base64')] as const);
  const library = await openLibrary('backup');
  const row = library.getByRole('listitem').filter({ hasText: textOf('keptDaily') });
  await row.getByRole('button', { name: textOf('backupRestoreThis') }).click();
  await expect(status(library)).toContainText('Adds 0 papers; 181 papers are known already.');
  await library.getByRole('button', { name: textOf('cancel') }).click();
  const downloading = library.waitForEvent('download');
  await row.getByRole('button', { name: textOf('backupSaveThis') }).click();
  expect((await downloading).suggestedFilename()).toBe(name);
  await row.getByRole('button', { name: textOf('backupRemoveThis') }).click();
  await expect(library.getByText(textOf('backupLocalNone'))).toBeVisible();
});

/** Runs inside the extension's origin: puts a file among the backups that were made by themselves. */
async function keepLocally([name, base64]: readonly [string, string]): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('backups', { create: true });
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await file.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  await file.close();
}

const DAMAGED: readonly [name: string, damage: (bytes: Buffer) => Buffer, said: string][] = [
  ['an empty file', () => Buffer.alloc(0), 'reasonEmpty'],
  ['a text that is no backup', () => Buffer.from('Feb 3\n\nA title\n'), 'reasonNotOurs'],
  ['a backup that was cut off', (bytes) => bytes.subarray(0, bytes.length / 2), 'reasonCutOff'],
];
for (const [name, damage, reason] of DAMAGED) {
  test(`${name} is refused with what is wrong, and nothing changes`, async ({ installed, openLibrary }) => {
    const library = await openLibrary('backup');
    const saved = await saveBackup(library);
    const before = await readDatabase(installed.gleaner);
    await choose(library, { ...saved, bytes: damage(saved.bytes) });
    const alert = library.getByRole('alert');
    await expect(alert).toContainText(textOf(reason as 'reasonEmpty'));
    await expect(alert).toContainText(textOf('error_backup_unreadable_safe'));
    expect(await readDatabase(installed.gleaner)).toEqual(before);
  });
}

test('a dropped backup is looked into', async ({ openLibrary }) => {
  const library = await openLibrary('backup');
  const { name, bytes } = await saveBackup(library);
  await library.evaluate(
    ([fileName = '', base64 = '']) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    },
    [name, bytes.toString('base64')],
  );
  await expect(status(library)).toContainText('Adds 0 papers; 181 papers are known already.');
  await expect(library.getByRole('dialog')).toHaveCount(0);
});

test('a file that is dropped while a backup is saved is looked into after that', async ({ openLibrary }) => {
  const library = await openLibrary('backup');
  await library.evaluate(() => {
    new MutationObserver((_changes, observer) => {
      // Where there is nothing to choose, a backup is being written.
      if (document.querySelector('input[type=file]')) return;
      observer.disconnect();
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Feb 3'], 'notes.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }).observe(document.body, { childList: true, subtree: true });
  });
  const { bytes } = await saveBackup(library);
  expect(bytes.length).toBeGreaterThan(10_000);
  await expect(library.getByRole('alert')).toContainText(textOf('reasonNotOurs'));
});

test('the storage place tells what the library takes, in all, for searching and for each paper', async ({
  openLibrary,
}) => {
  const library = await openLibrary('storage');
  const amount = async (key: 'storageUsed' | 'storageIndex' | 'storageEach') => {
    const fact = library.locator('.counts div').filter({ has: library.getByText(textOf(key), { exact: true }) });
    return fact.locator('dd').textContent();
  };
  await expect.poll(() => amount('storageEach')).toMatch(/^[\d,.]+ (byte|kB)$/);
  expect(await amount('storageUsed')).toMatch(/^[\d,.]+ (kB|MB)$/);
  expect(await amount('storageIndex')).toMatch(/^[\d,.]+ (byte|kB)$/);
  await expect(library.getByText(textOf('storageWhat'))).toBeVisible();
});

test('a reminder comes when much is unsaved, and not again on the day it was dismissed', async ({ openTab }) => {
  const popup = await openTab();
  await popup.evaluate(() => {
    const saved = { atMs: Date.now() - 86_400_000, papers: 50, step: 0, isBackup: true };
    localStorage.setItem('saved-backup', JSON.stringify(saved));
    localStorage.setItem('preferences', JSON.stringify({ greeted: true }));
  });
  await popup.reload();
  const reminder = popup.getByRole('region', { name: textOf('placeBackup') });
  await expect(reminder).toContainText('131 changes since your last backup file.');
  await reminder.getByRole('button', { name: textOf('dismiss') }).click();
  await expect(reminder).toHaveCount(0);
  await popup.reload();
  await expect(popup.getByRole('article').first()).toBeVisible();
  await popup.waitForTimeout(500);
  await expect(reminder).toHaveCount(0);
});
