import { search } from '../../scripts/popup-hand.ts';
import { sampleEntry } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { DAY, expect, test, titles } from './popup-page.ts';

const STORED = 'Sorting Gardens in mathcal O(sqrt K) Time';
const READ = 'Sorting Gardens in 𝒪(√K) Time';

test('broken TeX is made readable in rows, detail and pane, found as it is stored, and marked where it is shown', async ({
  openLibrary,
  openTab,
  rows,
  visit,
}) => {
  const entry = sampleEntry(1);
  const summary = 'We sort 1920times1080 seeds. See https://example.org/a_b for more.';
  const broken = { ...entry, title: STORED, summary, paper: { ...entry.paper, title: STORED, summary } };
  await visit({ [DAY]: dayPage('2026-05-12', [broken]) }, DAY);
  await expect.poll(async () => (await rows('papers')).length).toBe(182);
  const popup = await openTab();
  await expect(popup.locator('.paper h2').first()).toHaveText(READ);
  await popup.keyboard.press('Enter');
  await expect(popup.locator('.detail .abstract')).toHaveText(
    'We sort 1920×1080 seeds. See https://example.org/a_b for more.',
  );
  await expect(popup.locator('.detail .abstract a')).toHaveAttribute('href', 'https://example.org/a_b');
  await popup.keyboard.press('Escape');
  await search(popup, 'sorting gardens');
  expect((await titles(popup))[0]).toBe(READ);
  await expect(popup.locator('.paper h2').first().locator('mark')).toHaveText(['Sorting', 'Gardens']);
  // The word that was searched for is one that reading takes away.
  await search(popup, 'mathcal gardens sorting');
  await expect(popup.locator('.paper h2 mark').first()).toBeVisible();
  await search(popup, 'mathcal');
  await expect(popup.locator('.paper h2').filter({ hasText: STORED }).locator('mark')).toHaveText('mathcal');
  const library = await openLibrary();
  await expect(library.locator('.detail-title')).toHaveText(READ);
});
