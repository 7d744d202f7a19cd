import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPopupTab } from '../../scripts/browser.ts';
import { chooseShelf, search, textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { expect, test } from './popup-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Panel = 'export' | 'import' | 'help' | 'settings';

const open = (name: Panel) => async (popup: Page) => {
  await popup.getByRole('button', { name: textOf(name), exact: true }).click();
  await popup.getByRole('dialog').waitFor();
};

interface State {
  name: string;
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
  { name: 'import', reach: open('import') },
  { name: 'help', reach: open('help') },
  { name: 'settings', reach: open('settings') },
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

for (const { name, prepare, reach } of STATES) {
  test(`axe finds nothing in the state "${name}", light and dark`, async ({ give, installed }) => {
    if (name === 'expanded') await give(installed.captured);
    const popup = await openPopupTab(installed.gleaner, prepare);
    await waitUntilDrawn(popup);
    await reach?.(popup);
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: popup }).withTags(RULES).setLegacyMode().analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(found, colorScheme).toEqual([]);
    }
  });
}
