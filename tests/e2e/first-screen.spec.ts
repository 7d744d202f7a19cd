import type { Page } from '@playwright/test';
import { type GleanerBrowser, openPopupTab } from '../../scripts/browser.ts';
import { textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { CAPTURED, currentTitle, DAY, expect, statusTab, test, titles } from './popup-page.ts';

/** Runs before the page: the database opens only when the test says so. */
function holdDatabase(): void {
  const open = IDBFactory.prototype.open;
  const { promise, resolve } = Promise.withResolvers<void>();
  Object.assign(window, { letDatabaseOpen: resolve });
  IDBFactory.prototype.open = function (...given) {
    const stand = Object.assign(new EventTarget(), { result: undefined as unknown, error: null as unknown });
    void promise.then(() => {
      const request = open.apply(this, given);
      request.onsuccess = (event) => {
        stand.result = request.result;
        Reflect.get(stand, 'onsuccess')?.(event);
      };
    });
    return stand as unknown as IDBOpenDBRequest;
  };
}

const letOpen = (popup: Page) => popup.evaluate(() => Reflect.get(window, 'letDatabaseOpen')());

/** How far the rows stand from the upper edge, by their titles. */
function places(popup: Page): Promise<Record<string, number>> {
  return popup
    .locator('.paper')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((row) => [row.querySelector('h2')?.textContent, row.getBoundingClientRect().top])),
    );
}

/** The same once rows beyond the screen have come and gone: the list lets go of some a moment after it was scrolled. */
async function settledPlaces(popup: Page): Promise<Record<string, number>> {
  let last = await places(popup);
  const isSettled = async () => {
    const before = JSON.stringify(last);
    last = await places(popup);
    return JSON.stringify(last) === before;
  };
  await expect.poll(isSettled, { intervals: [250] }).toBe(true);
  return last;
}

test.beforeEach(async ({ installed: { desk } }) => {
  await desk.evaluate(() => localStorage.setItem('preferences', JSON.stringify({ greeted: true })));
});

/** Waits until what is kept holds this title, in this place from the first row on. */
async function kept(gleaner: GleanerBrowser, title: string, place = 0): Promise<void> {
  const read = `chrome.storage.session.get('first-screen').then((all) => all['first-screen']?.papers?.[${place}]?.paper.title)`;
  await expect.poll(() => gleaner.worker.evaluate(read)).toBe(title);
}

/** Opens the popup, waits until it has kept what it shows, and closes it. @returns the first title */
async function closedOnce(gleaner: GleanerBrowser, openTab: () => Promise<Page>): Promise<string> {
  const popup = await openTab();
  const [first = ''] = await titles(popup);
  await kept(gleaner, first);
  // What it keeps once more as it closes must not come after what follows in the test.
  await popup.waitForTimeout(600);
  await popup.close();
  return first;
}

test('a popup shows its rows before the library is open, and nothing moves when it is', async ({
  installed: { gleaner },
  openTab,
}) => {
  const before = await openTab();
  await before.locator('.list-scroll').evaluate((list) => list.scrollTo(0, 1_234));
  await expect.poll(() => before.locator('.list-scroll').evaluate(({ scrollTop }) => scrollTop)).toBe(1_234);
  const top = await before.evaluate(() => {
    const { left, top, width } = document.querySelector('.list-scroll')?.getBoundingClientRect() ?? new DOMRect();
    return document
      .elementFromPoint(left + width / 2, top + 1)
      ?.closest('.paper')
      ?.querySelector('h2')?.textContent;
  });
  await kept(gleaner, top ?? '', 4);
  await before.close();

  const popup = await openPopupTab(gleaner, (page) => page.addInitScript(holdDatabase));
  await waitUntilDrawn(popup);
  await expect(statusTab(popup, 'statusUnread')).toHaveText(`${textOf('statusUnread')}181`);
  await expect(popup.locator('li').first()).toHaveAttribute('aria-setsize', '181');
  const held = await settledPlaces(popup);
  expect(Object.keys(held).length).toBeGreaterThan(6);
  await popup
    .locator('.paper h2')
    .evaluateAll((all) => all.map((title) => Boolean(Object.assign(title, { isOld: true }))));
  const drawn = await popup.evaluate(() => performance.getEntriesByName('gleaner:first-list').length);
  expect(drawn).toBe(1);
  await letOpen(popup);
  await expect(popup.locator('.latest button').first()).toBeVisible();
  await popup.waitForTimeout(300);
  expect(await places(popup)).toMatchObject(held);
  const isOld = () => popup.locator('.paper h2').evaluateAll((all) => all.map((title) => Reflect.get(title, 'isOld')));
  expect((await isOld()).filter(Boolean)).toHaveLength(Object.keys(held).length);
});

test('a key that is pressed before the library is open does what it does', async ({
  installed: { gleaner },
  openTab,
  rows,
}) => {
  const before = await openTab();
  const [first = '', second = ''] = await titles(before);
  await kept(gleaner, first);
  // What the popup keeps once more as it closes must not come after what follows here.
  await before.waitForTimeout(600);
  await before.close();
  const popup = await openPopupTab(gleaner, (page) => page.addInitScript(holdDatabase));
  await waitUntilDrawn(popup);
  await popup.keyboard.press('r');
  await expect(currentTitle(popup)).toHaveText(second);
  await letOpen(popup);
  await expect(popup.locator('.toast')).toContainText(`${textOf('statusRead')}: ${first}`);
  await expect(statusTab(popup, 'statusRead')).toContainText('1');
  await expect(currentTitle(popup)).toHaveText(second);
  expect((await rows('entries')).filter(({ status }) => status === 'read')).toHaveLength(1);
});

test('where the library holds another list, that one takes over', async ({
  give,
  installed: { gleaner, captured },
  openTab,
}) => {
  await closedOnce(gleaner, openTab);
  await give(captured);
  const popup = await openPopupTab(gleaner);
  await expect(popup.getByRole('article').first()).toContainText('Patient gardeners: harvest number 1');
  await expect(statusTab(popup, 'statusUnread')).toContainText('187');
});

test('what is kept with a paper that is none is not shown, and the list is there all the same', async ({
  installed: { gleaner },
  openTab,
}) => {
  const first = await closedOnce(gleaner, openTab);
  await gleaner.worker.evaluate(`chrome.storage.session.get('first-screen').then(({ 'first-screen': screen }) => {
    screen.papers[0].seen = 7;
    return chrome.storage.session.set({ 'first-screen': screen });
  })`);
  const popup = await openPopupTab(gleaner, (page) => page.addInitScript(holdDatabase));
  await expect(popup.locator('.list-waiting')).toBeVisible();
  await letOpen(popup);
  await expect(currentTitle(popup)).toHaveText(first);
});

test('after the browser was closed the popup opens on what its pages kept, unless a capture has come since', async ({
  installed,
  openTab,
  visit,
}) => {
  const { gleaner } = installed;
  const first = await closedOnce(gleaner, openTab);
  const endSession = () => gleaner.worker.evaluate(`chrome.storage.session.remove('first-screen')`);
  await endSession();
  const next = await openPopupTab(gleaner, (page) => page.addInitScript(holdDatabase));
  await expect(next.getByRole('article').first()).toContainText(first);
  await next.close();

  await endSession();
  await visit({ [DAY]: dayPage('2026-05-12', sampleEntries(CAPTURED)) }, DAY);
  const later = await openPopupTab(gleaner, (page) => page.addInitScript(holdDatabase));
  await expect(later.locator('.list-waiting')).toBeVisible();
});
