import type { Page } from '@playwright/test';
import { ZOTERO_PATTERN } from '../../lib/domain/zotero.ts';
import { ZOTERO_ADDRESS } from '../../lib/zotero/connector.ts';
import { launchGleaner } from '../../scripts/browser.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { type StandIn, startZoteroStandIn } from '../../scripts/zotero-stand-in.ts';
import { test as withGleaner } from './harness.ts';

interface Fixtures {
  /** Whether access to 127.0.0.1 is there from the start. */
  isAllowed: boolean;
  /** Stands on Zotero's own port. */
  zotero: StandIn;
}

/** Tests beside a program that answers as Zotero does; the extension may speak to that, and to nothing else. */
export const test = withGleaner.extend<Fixtures>({
  isAllowed: [true, { option: true }],
  gleaner: async ({ isAllowed }, use) => {
    const gleaner = await launchGleaner(isAllowed ? { hosts: [ZOTERO_PATTERN] } : {});
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
export async function openZotero(page: Page) {
  const dialog = page.getByRole('dialog', { name: textOf('zotero') });
  const exporting = page.getByRole('dialog', { name: textOf('export') });
  if (!(await exporting.isVisible())) await page.getByRole('button', { name: textOf('export'), exact: true }).click();
  await exporting.getByRole('button', { name: textOf('zoteroSend') }).click();
  await dialog.waitFor();
  return dialog;
}
