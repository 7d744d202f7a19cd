// npm run screenshots [-- --readme]: the popup in each of its states, light and dark, at one and two pixels a point.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { type GleanerBrowser, launchGleaner, openPopupTab } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { openDigest } from './open-digest.ts';
import { chooseShelf, search, takePicture, textOf, waitUntilDrawn } from './popup-hand.ts';
import { artifacts, root } from './project.ts';
import { runMain, say } from './say.ts';
import { waitForPreload } from './stored.ts';

const folder = join(artifacts, 'screenshots');
const SCHEMES = ['light', 'dark'] as const;

interface State {
  name: string;
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
  } finally {
    await gleaner.close();
  }
}

async function takeState(gleaner: GleanerBrowser, { name, prepare, reach }: State, scale: number): Promise<void> {
  const popup = await openPopupTab(gleaner, async (page) => {
    // The popup remembers its view; each state begins where a new user would.
    await page.addInitScript(() => localStorage.removeItem('view'));
    await prepare?.(page);
  });
  await waitUntilDrawn(popup);
  await reach?.(popup);
  for (const scheme of SCHEMES) await takePicture(popup, scheme, pictureFile(name, scheme, scale));
  await popup.close();
}

function pictureFile(state: string, scheme: string, scale: number): string {
  return join(folder, `popup-${state}-${scheme}@${scale}x.png`);
}

function copyForReadme(): void {
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const scheme of SCHEMES) copyFileSync(pictureFile('list', scheme, 2), join(root, 'docs', `popup-${scheme}.png`));
}
