import type { Page } from '@playwright/test';
import { openPopupTab } from '../../scripts/browser.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { bundled } from './bundled.ts';
import type {} from './library-in-browser.ts';
import { currentTitle, DAY, expect, fitsWidth, statusTab, tableOf, test } from './popup-page.ts';

test('a page that could not be read becomes a notice, which can be dismissed', async ({ openTab, visit, rows }) => {
  const popup = await openTab();
  await visit({ [DAY]: dayPage('2026-05-12', [], { data: null }) }, DAY);
  await expect.poll(async () => (await rows('notices')).length, { timeout: 15_000 }).toBe(1);
  await popup.bringToFront();
  const notice = popup.getByRole('region', { name: textOf('notice') });
  await expect(notice).toContainText(/^Hugging Face was open on \w+ \d+, but no papers could be read on it/);
  expect(await fitsWidth(popup)).toBe(true);
  await notice.getByRole('button', { name: textOf('dismiss') }).click();
  await expect(notice).toHaveCount(0);
  expect(await rows('notices')).toEqual([]);
});

test('the badge says how many papers are unread, follows, and can be switched off', async ({ installed, openTab }) => {
  const { worker } = installed.gleaner;
  const badge = () => worker.evaluate('chrome.action.getBadgeText({})');
  await installed.desk.evaluate(keepUnread, 12);
  const popup = await openTab();
  await expect.poll(badge).toBe('12');
  await popup.keyboard.press('r');
  await expect.poll(badge).toBe('11');
  await popup.getByRole('button', { name: textOf('settings') }).click();
  await popup.getByRole('checkbox', { name: textOf('settingBadge') }).uncheck();
  await expect.poll(badge).toBe('');
  await popup.getByRole('checkbox', { name: textOf('settingBadge') }).check();
  await expect.poll(badge).toBe('11');
});

/** Runs inside the extension's origin: makes the counter of unread papers this number. */
async function keepUnread(value: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('counters', 'readwrite');
      writing.objectStore('counters').put({ name: 'unread', value });
      writing.oncomplete = () => resolve();
    };
  });
}

const MANY = 10_000;

/** Runs inside the extension's origin: in place of the library one of so many papers under these titles, in turn. */
async function makeMany({ count, titles }: { count: number; titles: string[] }): Promise<void> {
  const { GleanerDatabase, backupOf, restoreBackup } = gleanerLibrary;
  const at = '2026-05-12T08:00:00.000Z';
  const digest = { key: 'huggingface:day:2026-05-12', site: 'huggingface', kind: 'day' } as const;
  const papers = Array.from({ length: count }, (_, index) => {
    const [id, title] = [`copy${index}`, `No. ${index + 1}: ${titles[index % titles.length]}`];
    const key = `title:${id}`;
    return {
      id,
      descriptions: [{ key, identifiers: [], titleKeys: [id], facts: { title }, sources: {} }],
      addedAt: at,
      order: count - index,
      words: [],
      sightings: [{ digestKey: digest.key, as: key, rank: index + 1, seenAt: at, lastSeenAt: at }],
    };
  });
  const digests = [{ ...digest, firstSeenAt: at, lastSeenAt: at, size: count }];
  const db = new GleanerDatabase('gleaner');
  await restoreBackup(db, backupOf({ papers, digests, apart: [], merges: [] }), { mode: 'replace', nowMs: 1 });
  db.close();
}

test('10,000 papers scroll from end to end with few of them in the document', async ({ installed, openTab }) => {
  const titles = tableOf(installed.examples, 'papers').flatMap(
    ({ descriptions }) => descriptions[0]?.facts.title ?? [],
  );
  await installed.desk.evaluate(await bundled('library-in-browser.ts'));
  await installed.desk.evaluate(makeMany, { count: MANY, titles });
  const popup = await openTab();
  const rows = popup.getByRole('article');
  await expect(popup.locator('li').first()).toHaveAttribute('aria-setsize', String(MANY));
  await expect(rows.first()).toContainText('No. 1:');
  await popup.locator('.list-scroll').hover();
  for (const part of [0.25, 0.5, 0.75]) {
    await popup.mouse.wheel(0, await wayTo(popup, part));
    await expect.poll(async () => Math.abs((await firstInSight(popup)) / MANY - part)).toBeLessThan(0.05);
    expect(await popup.locator('.paper').count()).toBeLessThan(40);
  }
  await popup.keyboard.press('End');
  await expect(currentTitle(popup)).toContainText(`No. ${MANY}:`);
  await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
  expect(await rows.count()).toBeLessThan(40);
  await popup.keyboard.press('Home');
  await expect(currentTitle(popup)).toContainText('No. 1:');
  await expect(statusTab(popup, 'statusUnread')).toContainText('10K');
});

/** How many pixels the list is from a part of its height. */
function wayTo(popup: Page, part: number): Promise<number> {
  return popup
    .locator('.list-scroll')
    .evaluate(({ scrollTop, scrollHeight }, at) => scrollHeight * at - scrollTop, part);
}

/** The number in the title at the upper edge of the list; 0 while no row is drawn there. */
function firstInSight(popup: Page): Promise<number> {
  return popup.evaluate(() => {
    const list = document.querySelector('.list-scroll');
    const edge = list?.getBoundingClientRect().top ?? 0;
    const row = [...document.querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > edge);
    return Number(/No\. (\d+):/.exec(row?.textContent ?? '')?.[1] ?? 0);
  });
}

test('a library that cannot be opened says what is safe, and opens when asked again', async ({ installed, rows }) => {
  const popup = await openPopupTab(installed.gleaner, (page) => page.addInitScript(keepShut));
  const alert = popup.getByRole('alert');
  await expect(alert).toContainText(textOf('error_storage_unavailable'));
  await expect(alert).toContainText(textOf('error_storage_unavailable_safe'));
  expect(await fitsWidth(popup)).toBe(true);
  expect(await rows('papers')).toHaveLength(181);
  await popup.evaluate(() => sessionStorage.setItem('mended', 'yes'));
  await alert.getByRole('button', { name: textOf('retry') }).click();
  await expect(popup.getByRole('article').first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});

/** Runs before the popup: no database opens in this tab, as on a damaged disk, until it is said to be mended. */
function keepShut(): void {
  if (sessionStorage.getItem('mended')) return;
  IDBFactory.prototype.open = () => {
    throw new DOMException('This library cannot be opened.', 'UnknownError');
  };
}
