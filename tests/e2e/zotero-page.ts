import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ZOTERO_PATTERN } from '../../lib/domain/zotero.ts';
import { ZOTERO_ADDRESS } from '../../lib/zotero/connector.ts';
import { launchGleaner } from '../../scripts/browser.ts';
import { copyWithHosts } from '../../scripts/copy-with-hosts.ts';
import { search, textOf } from '../../scripts/popup-hand.ts';
import { chromiumBuild, installedProfile } from '../../scripts/project.ts';
import { waitForPreload } from '../../scripts/stored.ts';
import { type StandIn, startZoteroStandIn } from '../../scripts/zotero-stand-in.ts';
import { test as withGleaner } from './harness.ts';

interface Fixtures {
  /** Whether access to 127.0.0.1 is there from the start. */
  isAllowed: boolean;
  /** Answers in place of Zotero. */
  zotero: StandIn;
}

/** A copy of the extension that may speak to Zotero from the start, and a profile in which it is installed. */
interface Permitted {
  build: string;
  copyOf: string;
}

/** Tests beside a program that answers as Zotero does; the extension may speak to that, and to nothing else. */
export const test = withGleaner.extend<Fixtures, { permitted: Permitted }>({
  isAllowed: [true, { option: true }],
  permitted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'gleaner-'));
      const copyOf = join(home, 'profile');
      const build = copyWithHosts(chromiumBuild, [ZOTERO_PATTERN], home);
      const gleaner = await launchGleaner({ profile: copyOf, build });
      await waitForPreload(gleaner);
      const { asked } = await gleaner.close();
      expect(asked, 'the worker or a page of the extension asked the network for something').toEqual([]);
      await use({ build, copyOf });
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  gleaner: async ({ isAllowed, permitted, zotero }, use) => {
    // A port of its own, so that tests need not wait for each other, and never speak to a Zotero that runs here.
    const standIn = { for: Number(new URL(ZOTERO_ADDRESS).port), port: Number(new URL(zotero.address).port) };
    const gleaner = await launchGleaner({ standIn, ...(isAllowed ? permitted : { copyOf: installedProfile }) });
    await use(gleaner);
    const asked = (await gleaner.close()).asked.filter((address) => !address.startsWith(ZOTERO_ADDRESS));
    expect(asked, 'the worker or a page of the extension asked the network for something').toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  zotero: async ({}, use) => {
    const zotero = await startZoteroStandIn();
    await use(zotero);
    await zotero.close();
  },
});

export const expect = test.expect;

/** Opens the step "Send to Zotero" in a popup or library. @returns its dialog */
export async function openZotero(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: textOf('zotero') });
  const exporting = page.getByRole('dialog', { name: textOf('export') });
  if (!(await exporting.isVisible())) await page.getByRole('button', { name: textOf('export'), exact: true }).click();
  await exporting.getByRole('button', { name: textOf('zoteroSend') }).click();
  await dialog.waitFor();
  return dialog;
}

/** What is said of papers that have gone. */
export function resultIn(dialog: Locator): Locator {
  return dialog.locator('.result').first();
}

/** Where libraries and collections are chosen. */
export function targetIn(dialog: Locator): Locator {
  return dialog.getByRole('combobox', { name: textOf('zoteroTarget') });
}

export function press(dialog: Locator, name: string): Promise<void> {
  return dialog.getByRole('button', { name, exact: true }).click();
}

/** Leaves a few papers in the list. @returns how many */
export async function showFew(popup: Page): Promise<number> {
  await search(popup, 'title:attention');
  const count = await popup.locator('.paper h2').count();
  expect(count).toBeGreaterThan(1);
  return count;
}
