import type { Page } from '@playwright/test';
import { openPopupTab } from '../../scripts/browser.ts';
import { chooseShelf, openLibraryTab, search, textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { expectAccessible } from './axe.ts';
import { test } from './popup-page.ts';

type Panel = 'export' | 'import' | 'help' | 'settings';

const open = (name: Panel) => async (popup: Page) => {
  await popup.getByRole('button', { name: textOf(name), exact: true }).click();
  await popup.getByRole('dialog').waitFor();
};

async function exportForOrg(page: Page): Promise<void> {
  await open('export')(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: textOf('formatOrg'), exact: true }).check();
  await dialog.getByRole('region', { name: /^Preview/ }).waitFor();
}

interface State {
  name: string;
  /** The place of the library that it is in; without one, the popup. */
  place?: string;
  /** Something that must be so before the popup loads. */
  prepare?: (popup: Page) => Promise<unknown>;
  /** What a person does to see it. */
  reach?: (popup: Page) => Promise<unknown>;
}

const STATES: readonly State[] = [
  { name: 'list' },
  {
    name: 'expanded',
    reach: async (popup) => {
      await popup.keyboard.press('Enter');
      await popup.locator('.detail').waitFor();
    },
  },
  { name: 'search', reach: (popup) => search(popup, 'attention') },
  {
    name: 'filter',
    reach: async (popup) => {
      await popup.getByRole('button', { name: textOf('filters'), exact: true }).click();
      await popup.locator('.filter-bar').waitFor();
    },
  },
  {
    name: 'decided',
    reach: async (popup) => {
      for (const key of ['r', 's', 'x']) await popup.keyboard.press(key);
      await chooseShelf(popup, textOf('statusAll'));
      await popup.locator('.toast').waitFor();
    },
  },
  {
    name: 'picked',
    reach: async (popup) => {
      await popup.keyboard.press('v');
      await popup.locator('.is-picking.footer').waitFor();
    },
  },
  { name: 'export', reach: open('export') },
  { name: 'export with every option', reach: exportForOrg },
  { name: 'export in the library', place: 'papers', reach: exportForOrg },
  { name: 'import', reach: open('import') },
  { name: 'help', reach: open('help') },
  { name: 'settings', reach: open('settings') },
  {
    name: 'words',
    reach: async (popup) => {
      await popup.keyboard.press('t');
      await popup.locator('.detail [data-part=tags]:focus').waitFor();
      await popup.keyboard.type('graphs,');
      await popup.locator('.detail .tag').waitFor();
      await popup.keyboard.press('Escape');
      await popup.keyboard.press('n');
      await popup.locator('.detail [data-part=note]:focus').waitFor();
      await popup.keyboard.type('A note.');
    },
  },
  {
    name: 'tags of several',
    reach: async (popup) => {
      await popup.keyboard.press('v');
      await popup.keyboard.press('t');
      await popup.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'question before clearing',
    reach: async (popup) => {
      await popup.getByRole('button', { name: textOf('clearExamples') }).click();
      await popup.getByRole('dialog').waitFor();
    },
  },
  { name: 'library', place: 'papers' },
  {
    name: 'library, a paper with words',
    place: 'papers',
    reach: async (library) => {
      await library.keyboard.press('t');
      await library.locator('.detail [data-part=tags]:focus').waitFor();
      await library.keyboard.type('graphs,');
      await library.locator('.detail .tag').waitFor();
    },
  },
  { name: 'backup', place: 'backup' },
  {
    name: 'preview of a backup',
    place: 'backup',
    reach: async (library) => {
      const downloading = library.waitForEvent('download');
      await library.getByRole('button', { name: textOf('backupSave'), exact: true }).click();
      await library.locator('input[type=file]').setInputFiles(await (await downloading).path());
      await library.getByRole('radio', { name: textOf('modeReplace') }).waitFor();
    },
  },
  {
    name: 'a file that is no backup',
    place: 'backup',
    reach: async (library) => {
      const file = { name: 'a.gz', mimeType: 'application/gzip', buffer: Buffer.from('no') };
      await library.locator('input[type=file]').setInputFiles(file);
      await library.getByRole('alert').waitFor();
    },
  },
  {
    name: 'what came by',
    place: 'weekly',
    reach: async (library) => {
      await library.getByRole('region', { name: textOf('weeklyTopics') }).waitFor();
      await library.getByRole('switch', { name: textOf('weeklyNotice') }).waitFor();
    },
  },
  {
    name: 'what came by in a week without papers, its notification paused',
    place: 'weekly',
    reach: async (library) => {
      const choice = { weekday: 1, since: new Date().toISOString() };
      await library.evaluate(`chrome.storage.local.set(${JSON.stringify({ 'weekly:choice': choice })})`);
      await library.getByText(textOf('weeklyNoticePaused')).waitFor();
      await library.getByRole('button', { name: textOf('weeklyEarlier') }).click();
      await library.getByText(textOf('weeklyEmpty')).waitFor();
    },
  },
  { name: 'sites', place: 'sites' },
  { name: 'storage', place: 'storage' },
  {
    name: 'history',
    place: 'papers',
    reach: async (library) => {
      for (const key of ['r', 's']) await library.keyboard.press(key);
      await library.getByRole('link', { name: textOf('placeHistory') }).click();
      await library.locator('.rows li').first().waitFor();
    },
  },
  { name: 'settings of the library', place: 'settings' },
  { name: 'empty', reach: (popup) => chooseShelf(popup, textOf('statusReading')) },
  {
    name: 'error',
    prepare: (popup) =>
      popup.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('This library cannot be opened.', 'UnknownError');
        };
      }),
  },
];

for (const { name, place, prepare, reach } of STATES) {
  test(`axe finds nothing in the state "${name}", light and dark`, async ({ give, installed }) => {
    if (name === 'expanded') await give(installed.captured);
    const open = place ? openLibraryTab(installed.gleaner, place) : openPopupTab(installed.gleaner, prepare);
    const popup = await open;
    await waitUntilDrawn(popup);
    await reach?.(popup);
    await expectAccessible(popup, name);
  });
}
