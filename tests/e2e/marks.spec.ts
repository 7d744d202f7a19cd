import type { Page } from '@playwright/test';
import { openPopupTab } from '../../scripts/browser.ts';
import { textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { dayCard } from '../pages/huggingface-card.ts';
import { sampleEntries, sampleEntry } from '../pages/huggingface-entry.ts';
import { paperPage } from '../pages/huggingface-page.ts';
import { expect, test } from './harness.ts';
import { day, expectWords, listOf, open, SITE, titled } from './marks-page.ts';

test('a first visit shows what is new, a reload too, and another day what was seen before', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  await servePages({ [day(12)]: listOf(12, sampleEntries(3)), [day(13)]: listOf(13, sampleEntries(3, 2)) });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new', 'new']);
  expect(await eye.status()).toBe('3 new of 3');
  await eye.pressBar(textOf('marksFold'));
  await page.reload();
  await expectWords(eye, ['new', 'new', 'new']);
  await expect(eye.pressBar(textOf('marksRest'))).rejects.toThrow('There is no');
  await eye.pressBar(textOf('marksUnfold'));
  await page.goto(day(13));
  await expectWords(eye, ['seen 2×', 'seen 2×', 'new']);
  expect((await eye.marks())[0]?.label).toContain('Seen in 2 digests, first on Daily Papers, May 12');
  await page.reload();
  await expectWords(eye, ['seen 2×', 'seen 2×', 'new']);
});

test('a click in the page is in the popup, a click in the popup is in every page within a second', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  const pages = { [day(12)]: listOf(12, sampleEntries(3)), [`${SITE}/papers/2605.00001`]: paperPage(sampleEntry(1)) };
  await servePages(pages);
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new', 'new']);
  const other = await open(gleaner.context, `${SITE}/papers/2605.00001`);
  await expectWords(other.eye, ['seen 2×']);
  await page.bringToFront();
  await eye.press(titled(1), textOf('star'));
  await expectWords(eye, ['starred', 'new', 'new']);
  await expectWords(other.eye, ['starred']);
  const popup = await openPopupTab(gleaner);
  await waitUntilDrawn(popup);
  const row = popup.locator('.paper', { hasText: titled(1) });
  const star = row.getByRole('button', { name: textOf('star'), exact: true });
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await star.click();
  await expect.poll(() => eye.words(), { timeout: 1_000 }).toEqual(['seen 2×', 'new', 'new']);
  await expect.poll(() => other.eye.words(), { timeout: 1_000 }).toEqual(['seen 2×']);
  await eye.press(titled(2), textOf('markRead'));
  await eye.press(titled(3), textOf('skip'));
  await expectWords(eye, ['seen 2×', 'read', 'skipped']);
  await popup.keyboard.press('u');
  await expectWords(eye, ['seen 2×', 'read', 'new']);
});

test('what is seen is left out for the whole site until it is shown again, and every row comes back as it was', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  await servePages({ [day(12)]: listOf(12, sampleEntries(2)), [day(13)]: listOf(13, sampleEntries(4, 2)) });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new']);
  await page.goto(day(13));
  await expectWords(eye, ['seen 2×', 'new', 'new', 'new']);
  const whole = await page.evaluate(() => document.body.outerHTML);
  await eye.press(titled(3), textOf('markRead'));
  await expectWords(eye, ['seen 2×', 'read', 'new', 'new']);
  await eye.pressBar(textOf('marksHideSeen'));
  await expect(page.locator('article:visible')).toHaveCount(2);
  await page.reload();
  await expect(page.locator('article:visible')).toHaveCount(2);
  await expect.poll(() => eye.status()).toBe('2 new of 4');
  await eye.pressBar(textOf('marksRest'));
  await expect.poll(() => eye.status()).toBe('All 4 are seen');
  await expect(page.locator('article:visible')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => eye.status().catch(() => '')).toBe('All 4 are seen');
  await eye.pressBar('Show 4 seen');
  await expectWords(eye, ['seen 2×', 'read', 'seen', 'seen']);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(whole);
});

test('marks follow a list that grows and one that is replaced without a load', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  await servePages({ [day(12)]: listOf(12, sampleEntries(2)) });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new']);
  await eye.pressBar(textOf('marksRest'));
  await expectWords(eye, ['seen', 'seen']);
  await setCards(page, [1, 2, 3]);
  await expectWords(eye, ['seen', 'seen', 'new']);
  await page.evaluate(() => history.pushState({}, '', '/papers/week/2026-W20'));
  await setCards(page, [3, 8]);
  await expectWords(eye, ['seen 2×', 'new']);
  await page.evaluate(() => history.pushState({}, '', '/models'));
  await setCards(page, []);
  await expect.poll(() => page.locator('gleaner-marks').count()).toBe(0);
});

/** Runs in the page: puts these cards in place of the list. */
async function setCards(page: Page, numbers: readonly number[]): Promise<void> {
  const html = numbers.map((number) => dayCard(sampleEntry(number))).join('');
  await page.evaluate((cards) => {
    const grid = document.querySelector('.grid');
    if (grid) grid.innerHTML = cards;
  }, html);
}
