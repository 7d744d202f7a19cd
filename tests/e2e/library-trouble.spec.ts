import type { Page } from '@playwright/test';
import { openPopupTab as openPopup } from '../../scripts/browser.ts';
import { lookAtLibrary } from '../../scripts/faults/library-look.ts';
import { plantVersion1 } from '../../scripts/faults/old-library.ts';
import { exportMarkdown, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { inspector } from '../../scripts/stored.ts';
import { expect, test } from './harness.ts';

const LATER = 4;

function note(page: Page, code: string) {
  return page.locator(`.error-note[data-code="${code}"]`);
}

/** Runs inside the extension's origin: what a later version of Gleaner might do. */
async function becomeLater(version: number): Promise<void> {
  const opening = indexedDB.open('gleaner', version * 10);
  await new Promise((resolve, reject) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore('shelves');
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  opening.result.close();
}

test('a library of an older version comes up to date when the popup opens', async ({
  gleaner,
  openPopupTab,
  stopWorker,
  waitForPreload,
}) => {
  await waitForPreload();
  const desk = await inspector(gleaner);
  await stopWorker();
  await desk.evaluate(plantVersion1, 200);
  const popup = await openPopupTab();
  await waitUntilDrawn(popup);
  await expect(popup.locator('article h2').first()).toContainText('Planted Paper');
  await expect(popup.locator('.error-note[data-code="upgrade-failed"]')).toHaveCount(0);
  expect(await desk.evaluate(lookAtLibrary)).toMatchObject({
    version: 3,
    nameless: 0,
    rows: { papers: 200, words: 42 },
  });
});

test('a library of a later version is read and exported, says so, and is not written to', async ({
  gleaner,
  openPopupTab,
  stopWorker,
  waitForPreload,
}) => {
  await waitForPreload();
  const desk = await inspector(gleaner);
  await stopWorker();
  await desk.evaluate(becomeLater, LATER);
  const before = await desk.evaluate(lookAtLibrary);
  const popup = await openPopupTab();
  await waitUntilDrawn(popup);
  await expect(note(popup, 'library-newer')).toBeVisible();
  await popup.keyboard.press('j');
  await popup.keyboard.press('r');
  await expect(popup.locator('.toast')).toBeVisible();
  expect(await (await exportMarkdown(popup)).failure()).toBeNull();
  expect(await desk.evaluate(lookAtLibrary)).toEqual(before);
});

test('a popup that is open while the tables change starts over within two seconds, without an error', async ({
  gleaner,
  openPopupTab,
  waitForPreload,
}) => {
  await waitForPreload();
  const desk = await inspector(gleaner);
  const popup = await openPopupTab();
  await waitUntilDrawn(popup);
  const reloaded = popup.waitForEvent('load', { timeout: 2_000 });
  await desk.evaluate(becomeLater, LATER);
  await reloaded;
  await waitUntilDrawn(popup);
  await expect(popup.locator('.error-note.is-page')).toHaveCount(0);
});

const LOSSES: [string, () => Promise<void>][] = [
  [
    'was deleted',
    async () => {
      const deleting = indexedDB.deleteDatabase('gleaner');
      await new Promise((resolve) => {
        deleting.onsuccess = resolve;
      });
    },
  ],
  [
    'lost the rows of a table',
    async () => {
      const opening = indexedDB.open('gleaner');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const transaction = opening.result.transaction('paperPacks', 'readwrite');
      transaction.objectStore('paperPacks').clear();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      opening.result.close();
    },
  ],
];
for (const [what, lose] of LOSSES) {
  test(`that the library ${what} is noticed at the next start, with a way to restore it`, async ({
    gleaner,
    openPopupTab,
    stopWorker,
    waitForPreload,
  }) => {
    await waitForPreload();
    const desk = await inspector(gleaner);
    await expect
      .poll(() => gleaner.worker.evaluate('chrome.storage.local.get("mirror")'))
      .toMatchObject({
        mirror: { papers: 181 },
      });
    await stopWorker();
    await desk.evaluate(lose);
    const popup = await openPopupTab();
    await expect(note(popup, 'library-lost')).toBeVisible();
    const opening = gleaner.context.waitForEvent('page');
    await note(popup, 'library-lost').getByRole('button').first().click();
    expect((await opening).url()).toContain('library.html#backup');
  });
}

const REFUSALS: [string, string, string][] = [
  ['is not allowed', 'SecurityError', 'storage-unavailable'],
  ['is in no state to be opened', 'InvalidStateError', 'storage-unavailable'],
  ['is broken', 'UnknownError', 'storage-unavailable'],
  ['has no room', 'QuotaExceededError', 'storage-full'],
];
for (const [what, name, code] of REFUSALS) {
  test(`a storage that ${what} shows a plain sentence and a way out`, async ({
    gleaner,
    readDatabase,
    stopWorker,
    waitForPreload,
  }) => {
    const before = await waitForPreload();
    await stopWorker();
    const popup = await openPopup(gleaner, (page) => page.addInitScript(refuseToOpen, name));
    await expect(note(popup, code)).toBeVisible();
    await expect(note(popup, code).getByRole('button').first()).toBeEnabled();
    expect(await popup.evaluate('window.timesOpened')).toBeLessThanOrEqual(4);
    expect(await readDatabase()).toMatchObject(before);
  });
}

/** Runs in the popup before anything else: its database does not open. */
function refuseToOpen(name: string): void {
  Reflect.set(window, 'timesOpened', 0);
  IDBFactory.prototype.open = () => {
    Reflect.set(window, 'timesOpened', Reflect.get(window, 'timesOpened') + 1);
    throw new DOMException('refused', name);
  };
}

test('what the user says is written strictly, so that a power cut right afterwards does not lose it', async ({
  gleaner,
  waitForPreload,
}) => {
  await waitForPreload();
  const popup = await openPopup(gleaner, (page) => page.addInitScript(listenToTransactions));
  await waitUntilDrawn(popup);
  await popup.keyboard.press('j');
  await popup.keyboard.press('r');
  await expect(popup.locator('.toast')).toBeVisible();
  const written = await popup.evaluate<string[]>('window.durabilities');
  expect(new Set(written)).toEqual(new Set(['strict']));
});

/** Runs in the popup before anything else: notes how each transaction that writes wants to be written. */
function listenToTransactions(): void {
  const noted: string[] = [];
  Reflect.set(window, 'durabilities', noted);
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
    const transaction = begin.apply(this, args);
    if (transaction.mode === 'readwrite') noted.push(transaction.durability);
    return transaction;
  };
}
