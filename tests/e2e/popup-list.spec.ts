import { extensionAddress } from '../../scripts/browser.ts';
import { search, textOf } from '../../scripts/popup-hand.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { CAPTURED, currentTitle, DAY, expect, statusTab, test, titles } from './popup-page.ts';

const OTHER_DAY = 'https://huggingface.co/papers/date/2026-05-13';

test('status, star, source and digest combine', async ({ give, installed, openTab, rows }) => {
  await give(installed.captured);
  const popup = await openTab();
  const [, second = ''] = await titles(popup);
  await popup.keyboard.press('s');
  await popup.keyboard.press('j');
  await popup.keyboard.press('s');
  await popup.keyboard.press('End');
  await popup.keyboard.press('s');
  await expect(popup.locator('.paper.is-current .star')).toHaveAttribute('aria-pressed', 'true');
  await popup.keyboard.press('Home');
  await popup.keyboard.press('r');
  await popup.getByRole('button', { name: textOf('onlyStarred') }).click();
  await expect(popup.getByRole('article')).toHaveCount(2);
  await popup.getByRole('button', { name: textOf('filters'), exact: true }).click();
  await popup.getByRole('combobox', { name: textOf('filterSource') }).selectOption('huggingface');
  await expect(popup.getByRole('article')).toHaveCount(1);
  await expect(currentTitle(popup)).toHaveText(second);
  await statusTab(popup, 'statusAll').click();
  await expect(popup.getByRole('article')).toHaveCount(2);
  const text = (await rows('digests')).find(({ site }) => site === 'text-file');
  await popup.getByRole('combobox', { name: textOf('filterSource') }).selectOption('');
  await popup.getByRole('combobox', { name: textOf('filterDigest') }).selectOption(text?.key ?? '');
  await expect(popup.getByRole('article')).toHaveCount((await starredIn(rows, text?.key)) ?? -1);
});

type Rows = Parameters<Parameters<typeof test>[2]>[0]['rows'];

async function starredIn(rows: Rows, digestKey: string | undefined): Promise<number> {
  const starred = new Set((await rows('entries')).filter((entry) => entry.starred).map(({ paperId }) => paperId));
  const seen = (await rows('sightings')).filter((sighting) => sighting.digestKey === digestKey);
  return new Set(seen.map(({ paperId }) => paperId).filter((id) => starred.has(id))).size;
}

test('the counts on the tabs are those of the library', async ({ openTab, rows }) => {
  const popup = await openTab();
  for (const key of ['r', 'r', 'x', 'i', 'i', 'i', 'Delete']) await popup.keyboard.press(key);
  await expect(popup.locator('.toast')).toContainText(textOf('doneRemoved'));
  const standing = (await rows('entries')).filter(({ removed }) => !removed);
  const tabs = [
    ['statusUnread', 174],
    ['statusReading', 3],
    ['statusRead', 2],
    ['statusSkipped', 1],
    ['statusAll', 180],
  ] as const;
  for (const [key, count] of tabs) await expect(statusTab(popup, key)).toHaveText(`${textOf(key)}${count}`);
  const counted = Map.groupBy(standing, ({ status }) => status);
  expect([...counted].map(([status, all]) => [status, all.length]).sort()).toEqual([
    ['read', 2],
    ['reading', 3],
    ['skipped', 1],
    ['unread', 174],
  ]);
});

const SEARCHES = [
  { where: 'title', query: 'Astronomical Transients', mark: '.paper-title mark', hits: ['Astronomical', 'Transients'] },
  { where: 'authors', query: 'orchard 4', mark: '.byline mark', hits: ['Orchard', '4'] },
  { where: 'abstract', query: 'astrophysical', mark: '.snippet mark', hits: ['astrophysical'] },
] as const;
for (const { where, query, mark, hits } of SEARCHES) {
  test(`search finds words in the ${where} and marks them`, async ({ give, installed, openTab }) => {
    await give(installed.captured);
    const popup = await openTab();
    await search(popup, query);
    await expect(popup.locator(mark).first()).toBeVisible();
    const marked = await popup.locator(mark).allTextContents();
    for (const hit of hits) expect(marked).toContain(hit);
    expect(marked.every((text) => query.toLowerCase().includes(text.slice(0, 5).toLowerCase()))).toBe(true);
  });
}

test('a search without a hit says so, and shows the hits under another status', async ({ openTab }) => {
  const popup = await openTab();
  const [first = ''] = await titles(popup);
  await popup.keyboard.press('r');
  await expect(statusTab(popup, 'statusRead')).toContainText('1');
  await popup.keyboard.press('/');
  await popup.keyboard.type('zzyzx');
  await expect(popup.locator('.empty')).toContainText('No paper under Unread matches “zzyzx”.');
  await popup.getByRole('button', { name: textOf('searchClear') }).click();
  await popup.keyboard.type(first);
  await popup.getByRole('button', { name: 'Show 1 match in all papers' }).click();
  await expect(currentTitle(popup)).toHaveText(first);
});

test('the view survives closing: query, filter, open paper, place in the list', async ({ openToolbar }) => {
  const before = await openToolbar();
  await statusTab(before.page, 'statusAll').click();
  await search(before.page, 'learning');
  await before.page.keyboard.press('ArrowDown');
  for (let moves = 0; moves < 11; moves += 1) await before.page.keyboard.press('j');
  await before.page.keyboard.press('Enter');
  await before.page.locator('.detail').waitFor();
  const title = (await currentTitle(before.page).textContent()) ?? '';
  const place = () => before.page.locator('.list-scroll').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(place).toBeGreaterThan(300);
  const top = await topOf(before.page);
  await before.close();
  const { page: after } = await openToolbar();
  await expect(after.getByRole('textbox', { name: textOf('searchLabel') })).toHaveValue('learning');
  await expect(statusTab(after, 'statusAll')).toHaveAttribute('aria-pressed', 'true');
  await expect(currentTitle(after)).toHaveText(title);
  await expect(after.locator('.is-current .detail')).toBeVisible();
  await expect.poll(async () => Math.abs((await topOf(after)) - top)).toBeLessThanOrEqual(2);
});

/** How far below the popup's upper edge the open paper begins. */
function topOf(popup: Parameters<typeof currentTitle>[0]): Promise<number> {
  return popup.locator('.paper.is-current').evaluate((row) => row.getBoundingClientRect().top);
}

test('a key that is pressed at the first sight of the list counts', async ({ openTab, installed: { gleaner } }) => {
  const before = await openTab();
  await expect.poll(() => before.evaluate('chrome.storage.session.get()')).not.toEqual({});
  await before.close();
  const popup = await gleaner.context.newPage();
  await popup.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.paper h2')) return;
      watch.disconnect();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', bubbles: true }));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await popup.goto(extensionAddress(gleaner, 'popup.html'));
  await expect(popup.locator('.footer.is-picking .latest')).toHaveText('1 paper selected');
});

test('Ctrl+A selects the whole list, one key decides on all of it, and u takes that back', async ({
  openTab,
  rows,
}) => {
  const popup = await openTab();
  await popup.keyboard.press('v');
  await popup.locator('.footer.is-picking').getByRole('button', { name: 'All 181' }).click();
  await expect(popup.locator('.footer.is-picking .latest')).toHaveText('181 papers selected');
  await popup.keyboard.press('Escape');
  await popup.keyboard.press('Control+a');
  await expect(popup.locator('.footer.is-picking .latest')).toHaveText('181 papers selected');
  await popup.keyboard.press('r');
  await expect(popup.locator('.toast')).toContainText(`${textOf('statusRead')}: 181 papers`);
  await expect(statusTab(popup, 'statusRead')).toHaveText(`${textOf('statusRead')}181`);
  expect((await rows('entries')).every(({ status }) => status === 'read')).toBe(true);
  await popup.keyboard.press('u');
  await expect(statusTab(popup, 'statusUnread')).toHaveText(`${textOf('statusUnread')}181`);
  expect((await rows('entries')).every(({ status }) => status === 'unread')).toBe(true);
});

test('the list stands in the order that was chosen, and opens in it again', async ({ openToolbar }) => {
  const before = await openToolbar();
  const newest = await titles(before.page);
  await before.page.getByRole('button', { name: textOf('filters'), exact: true }).click();
  const order = before.page.getByRole('combobox', { name: textOf('sortBy') });
  await order.selectOption('oldest');
  await expect.poll(async () => (await titles(before.page))[0]).not.toBe(newest[0]);
  const oldest = await titles(before.page);
  await before.page.keyboard.press('Escape');
  await search(before.page, 'learning');
  await expect(order).toBeDisabled();
  await expect(order).toHaveText(new RegExp(`^${textOf('sortBest')}`));
  await before.page.getByRole('button', { name: textOf('searchClear') }).click();
  await before.close();
  const { page: after } = await openToolbar();
  await expect.poll(async () => (await titles(after)).slice(0, 4)).toEqual(oldest.slice(0, 4));
});

test('what arrives while the list is open waits behind a button', async ({ openTab, visit, rows }) => {
  const popup = await openTab();
  await popup.keyboard.press('j');
  const shown = await titles(popup);
  const top = await topOf(popup);
  await visit({ [DAY]: dayPage('2026-05-12', sampleEntries(CAPTURED)) }, DAY);
  await expect.poll(async () => (await rows('papers')).length).toBe(181 + CAPTURED);
  await popup.bringToFront();
  const arrivals = popup.getByRole('button', { name: `${CAPTURED} new papers` });
  await expect(arrivals).toBeVisible();
  expect(await titles(popup)).toEqual(shown);
  expect(await topOf(popup)).toBe(top);
  await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
  await arrivals.click();
  await expect(popup.getByRole('article').first()).toContainText('Patient gardeners: harvest number 1');
  await expect(arrivals).toHaveCount(0);
});

test('the examples are cleared in one step and come back with undo', async ({ give, installed, openTab, rows }) => {
  await give(installed.captured);
  const popup = await openTab();
  await popup.keyboard.press('End');
  await popup.keyboard.press('s');
  await expect(popup.locator('.toast')).toContainText(textOf('doneStarred'));
  await popup.getByRole('button', { name: textOf('settings') }).click();
  await popup.getByRole('button', { name: textOf('clearExamples') }).click();
  const question = popup.getByRole('dialog', { name: textOf('clearExamples') });
  await expect(question).toContainText(`takes out 180 papers of the ${181 + CAPTURED} papers`);
  expect(await rows('papers')).toHaveLength(181 + CAPTURED);
  await question.getByRole('button', { name: textOf('clearExamplesYes') }).click();
  await expect(popup.locator('.toast')).toContainText(`${textOf('doneCleared')}: 180 papers`);
  await expect(statusTab(popup, 'statusAll')).toHaveText(`All${CAPTURED + 1}`);
  expect(await rows('papers')).toHaveLength(CAPTURED + 1);
  await popup
    .locator('.toast')
    .getByRole('button', { name: textOf('undo') })
    .click();
  await expect(statusTab(popup, 'statusAll')).toHaveText(`All${CAPTURED + 181}`);
  expect(await rows('sightings')).toHaveLength(262 + CAPTURED);
});

test('a removed paper does not come back with its page', async ({ give, installed, openTab, rows, visit }) => {
  await give(installed.captured);
  const popup = await openTab();
  await popup.keyboard.press('Delete');
  await expect(statusTab(popup, 'statusAll')).toHaveText(`All${CAPTURED + 180}`);
  const before = await rows('receipts');
  const entries = sampleEntries(CAPTURED);
  const days = { [DAY]: dayPage('2026-05-12', entries), [OTHER_DAY]: dayPage('2026-05-13', entries) };
  await visit(days, DAY);
  await visit(days, OTHER_DAY);
  await expect.poll(async () => (await rows('receipts')).length).toBeGreaterThan(before.length);
  await expect.poll(async () => (await rows('digests')).length).toBe(7);
  await popup.bringToFront();
  await expect(statusTab(popup, 'statusAll')).toHaveText(`All${CAPTURED + 180}`);
  await expect(popup.locator('.paper', { hasText: 'harvest number 1 of' })).toHaveCount(0);
});
