// npm run screenshots [-- --readme]: popup and library in each of their states, light and dark, at one and two pixels
// a point.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { type GleanerBrowser, launchGleaner, openPopupTab } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { goToMarks, openMarkedPage, takeMarkedPicture } from './marked-page.ts';
import { openDigest } from './open-digest.ts';
import { chooseShelf, openLibraryTab, search, takePicture, textOf, waitUntilDrawn } from './popup-hand.ts';
import { artifacts, root } from './project.ts';
import { runMain, say } from './say.ts';
import { waitForPreload } from './stored.ts';

const folder = join(artifacts, 'screenshots');
const SCHEMES = ['light', 'dark'] as const;

interface State {
  name: string;
  /** The place of the library that it is in; without one, the popup. */
  place?: string;
  /** Something that must be so before the popup loads. */
  prepare?: (popup: Page) => Promise<unknown>;
  /** What a person does to see it. */
  reach?: (popup: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  { name: 'list' },
  {
    name: 'expanded',
    reach: async (popup) => {
      await popup.locator('article h2 button').first().click();
      await popup.locator('article h2 button[aria-expanded=true]').waitFor();
    },
  },
  { name: 'search', reach: (popup) => search(popup, 'attention') },
  { name: 'empty', reach: (popup) => chooseShelf(popup, textOf('statusReading')) },
  { name: 'export', reach: (popup) => popup.getByRole('button', { name: textOf('export'), exact: true }).click() },
  {
    name: 'words',
    reach: async (popup) => {
      await popup.keyboard.press('t');
      await popup.locator('.detail [data-part=tags]:focus').waitFor();
      await popup.keyboard.type('long documents, for the seminar,');
      await popup.locator('.detail .tag').nth(1).waitFor();
      await popup.keyboard.press('Escape');
      await popup.keyboard.press('n');
      await popup.locator('.detail [data-part=note]:focus').waitFor();
      await popup.keyboard.type('Compare with what we saw in March: did they ask the same readers?');
      await popup.keyboard.press('Escape');
      await popup.locator('.toast').waitFor({ state: 'detached', timeout: 15_000 });
    },
  },
  { name: 'papers', place: 'papers' },
  { name: 'weekly', place: 'weekly' },
  { name: 'backup', place: 'backup' },
  {
    name: 'preview',
    place: 'backup',
    reach: async (library) => {
      const downloading = library.waitForEvent('download');
      await library.getByRole('button', { name: textOf('backupSave'), exact: true }).click();
      await library.locator('input[type=file]').setInputFiles(await (await downloading).path());
      await library.getByRole('radio', { name: textOf('modeReplace') }).waitFor();
    },
  },
  { name: 'storage', place: 'storage' },
  { name: 'history', place: 'history' },
  { name: 'settings', place: 'settings' },
  {
    // The library of this tab alone cannot be opened, as on a full or damaged disk.
    name: 'error',
    prepare: (popup) =>
      popup.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('This library cannot be opened.', 'UnknownError');
        };
      }),
  },
];

await runMain(async () => {
  ensureBuilt();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const scale of [1, 2]) await takeAll(scale);
  if (process.argv.includes('--readme')) copyForReadme();
  say(`The pictures are in ${relative(root, folder)}.`);
  return 0;
});

async function takeAll(scale: number): Promise<void> {
  const gleaner = await launchGleaner({ scale });
  try {
    const examples = await waitForPreload(gleaner);
    await takeState(gleaner, { name: 'first-run' }, scale);
    await openDigest(gleaner, examples, false);
    for (const state of STATES) await takeState(gleaner, state, scale);
    await takeMarks(gleaner, scale);
  } finally {
    await gleaner.close();
  }
}

async function takeState(gleaner: GleanerBrowser, state: State, scale: number): Promise<void> {
  const { place, reach } = state;
  const prepare = async (page: Page) => {
    // The view is remembered; each state begins where a new user would.
    await page.addInitScript(() => {
      for (const name of ['view', 'library-view']) localStorage.removeItem(name);
    });
    await state.prepare?.(page);
  };
  const page = await (place ? openLibraryTab(gleaner, place, prepare) : openPopupTab(gleaner, prepare));
  await waitUntilDrawn(page);
  await reach?.(page);
  for (const scheme of SCHEMES) await takePicture(page, scheme, pictureFile(state, scheme, scale));
  await page.close();
}

/** A digest page as it looks with Gleaner: with its marks, and with what was seen left out. */
async function takeMarks(gleaner: GleanerBrowser, scale: number): Promise<void> {
  const page = await openMarkedPage(gleaner);
  for (const scheme of SCHEMES) await takeMarkedPicture(page, scheme, marksFile('marks', scheme, scale));
  await goToMarks(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  for (const scheme of SCHEMES) await takeMarkedPicture(page, scheme, marksFile('hide-seen', scheme, scale));
  await page.close();
}

function marksFile(name: string, scheme: string, scale: number): string {
  return join(folder, `page-${name}-${scheme}@${scale}x.png`);
}

function pictureFile({ name, place }: State, scheme: string, scale: number): string {
  return join(folder, `${place ? 'library' : 'popup'}-${name}-${scheme}@${scale}x.png`);
}

function copyForReadme(): void {
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const scheme of SCHEMES)
    copyFileSync(pictureFile({ name: 'list' }, scheme, 2), join(root, 'docs', `popup-${scheme}.png`));
  for (const scheme of SCHEMES) copyFileSync(marksFile('marks', scheme, 1), join(root, 'docs', `marks-${scheme}.png`));
}
