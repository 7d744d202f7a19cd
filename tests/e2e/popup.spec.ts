import { textOf } from '../../scripts/popup-hand.ts';
import { serve } from '../../scripts/traffic.ts';
import { currentTitle, expect, fitsWidth, statusTab, tableOf, test, titles } from './popup-page.ts';

test('opens on the newest unread papers and greets with what is there', async ({ openToolbar, rows }) => {
  const { page: popup } = await openToolbar();
  await expect(popup.getByRole('button', { name: '181 papers from 5 digests' })).toBeVisible();
  await expect(popup.getByRole('link', { name: textOf('openToday') })).toHaveAttribute(
    'href',
    'https://huggingface.co/papers',
  );
  await expect(statusTab(popup, 'statusUnread')).toHaveAttribute('aria-pressed', 'true');
  const newest = (await rows('entries')).sort((a, b) => b.order - a.order)[0];
  await expect(popup.getByRole('article').first()).toHaveAttribute('id', `paper-${newest?.paperId}`);
});

test('a paper seen in several digests says in how many and when', async ({ installed, openTab }) => {
  const bySightings = Map.groupBy(tableOf(installed.examples, 'sightings'), ({ paperId }) => paperId);
  const [id, seen] = [...bySightings].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const paper = tableOf(installed.examples, 'papers').find((row) => row.id === id);
  const popup = await openTab();
  await popup.keyboard.press('/');
  await popup.keyboard.type(paper?.descriptions[0]?.facts.title ?? '');
  const row = popup.locator(`#paper-${id}`);
  await expect(row.locator('.facts')).toHaveText(
    new RegExp(`^Text file · ${seen?.length} digests · \\w+ \\d+, \\w+ \\d+(, …)?$`),
  );
});

test('j, k, the arrows, Home and End move the focus from paper to paper', async ({ openToolbar }) => {
  const { page: popup } = await openToolbar();
  const [first = '', second = '', third = ''] = await titles(popup);
  const moves = [
    ['j', second],
    ['ArrowDown', third],
    ['k', second],
    ['ArrowUp', first],
    ['k', first],
  ] as const;
  for (const [key, title] of moves) {
    await popup.keyboard.press(key);
    await expect(currentTitle(popup), key).toHaveText(title);
    await expect(popup.locator('.paper.is-current h2 button'), key).toBeFocused();
  }
  await popup.keyboard.press('End');
  await expect(popup.locator('li:has(.is-current)')).toHaveAttribute('aria-posinset', '181');
  await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
  await popup.keyboard.press('Home');
  await expect(currentTitle(popup)).toHaveText(first);
});

test('Enter opens the abstract of the current paper and closes it again', async ({ openToolbar, rows }) => {
  const { page: popup } = await openToolbar();
  await popup.keyboard.press('j');
  await popup.keyboard.press('Enter');
  const detail = popup.locator('.paper.is-current .detail');
  const shown = await popup.locator('.paper.is-current').getAttribute('id');
  const paper = (await rows('papers')).find(({ id }) => `paper-${id}` === shown);
  await expect(detail).toContainText(paper?.descriptions[0]?.facts.abstract?.slice(0, 60) ?? 'no abstract');
  await expect(detail.getByRole('link', { name: textOf('findOnArxiv') })).toBeVisible();
  await popup.keyboard.press('Enter');
  await expect(detail).toHaveCount(0);
});

const DECISIONS = [
  ['r', 'read', 'statusRead'],
  ['x', 'skipped', 'statusSkipped'],
  ['i', 'reading', 'statusReading'],
] as const;
for (const [key, status, tab] of DECISIONS) {
  test(`${key} makes the paper ${status} and goes to the next; u goes back to it`, async ({ openToolbar, rows }) => {
    const { page: popup } = await openToolbar();
    const [first = '', second = ''] = await titles(popup);
    await popup.keyboard.press(key);
    await expect(currentTitle(popup)).toHaveText(second);
    await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
    await expect(statusTab(popup, tab)).toContainText('1');
    await expect(popup.locator('.toast')).toContainText(`${textOf(tab)}: ${first}`);
    expect((await rows('entries')).filter((entry) => entry.status === status)).toHaveLength(1);
    await popup.keyboard.press('u');
    await expect(currentTitle(popup)).toHaveText(first);
    await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
    await expect(statusTab(popup, tab)).toContainText('0');
    expect((await rows('entries')).filter((entry) => entry.status !== 'unread')).toEqual([]);
  });
}

test('a fast hand decides on one paper after the other', async ({ openToolbar, rows }) => {
  const { page: popup } = await openToolbar();
  await expect(popup.getByRole('article').nth(5)).toBeVisible();
  const ids = await popup.locator('.paper').evaluateAll((all) => all.slice(0, 6).map(({ id }) => Number(id.slice(6))));
  for (const key of ['r', 'r', 'x', 'r', 's', 'j', 'x']) await popup.keyboard.press(key);
  await expect(statusTab(popup, 'statusUnread')).toContainText('176');
  await expect(popup.locator('.toast')).toContainText(`${textOf('statusSkipped')}:`);
  const byId = new Map((await rows('entries')).map((entry) => [entry.paperId, entry]));
  expect(ids.map((id) => byId.get(id)?.status)).toEqual(['read', 'read', 'skipped', 'read', 'unread', 'skipped']);
  expect(byId.get(ids[4] ?? 0)?.starred).toBe(true);
});

test('s stars the paper, which stays where it is, and s again takes the star off', async ({ openToolbar, rows }) => {
  const { page: popup } = await openToolbar();
  const [first = ''] = await titles(popup);
  const star = popup.locator('.paper.is-current .star');
  await popup.keyboard.press('s');
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(currentTitle(popup)).toHaveText(first);
  expect((await rows('counters')).find(({ name }) => name === 'starred')?.value).toBe(1);
  await popup.keyboard.press('s');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
});

test('opening a paper opens its page and does not mark it as read', async ({ give, installed, openTab, rows }) => {
  const { context } = installed.gleaner;
  await give(installed.captured);
  await serve(context, { 'https://arxiv.org/abs/2605.00001': '<!doctype html><title>Harvest</title>' });
  const popup = await openTab();
  const opening = context.waitForEvent('page');
  await popup.keyboard.press('o');
  await expect(await opening).toHaveTitle('Harvest');
  expect((await rows('entries')).filter(({ status }) => status !== 'unread')).toEqual([]);
  await expect(popup.locator('.paper.is-current')).toHaveAttribute('data-status', 'unread');
});

test('/ goes to the search, ? shows the keys, e exports, Escape goes back', async ({ openTab }) => {
  const popup = await openTab();
  const field = popup.getByRole('textbox', { name: textOf('searchLabel') });
  const dialog = popup.getByRole('dialog');
  await popup.keyboard.press('/');
  await expect(field).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(popup.locator('.paper.is-current h2 button')).toBeFocused();
  await popup.keyboard.press('?');
  await expect(dialog).toContainText(textOf('helpTitle'));
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await popup.keyboard.press('e');
  await expect(dialog.getByRole('button', { name: textOf('exportDownload'), exact: true })).toBeVisible();
  await popup.keyboard.press('r');
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(statusTab(popup, 'statusUnread')).toContainText('181');
});

test('single letters do nothing once they are switched off', async ({ openTab }) => {
  const popup = await openTab();
  await popup.getByRole('button', { name: textOf('settings') }).click();
  await popup.getByRole('checkbox', { name: textOf('settingLetters') }).uncheck();
  await popup.keyboard.press('Escape');
  const [first = '', second = ''] = await titles(popup);
  await popup.keyboard.press('r');
  await popup.keyboard.press('j');
  await expect(currentTitle(popup)).toHaveText(first);
  await popup.keyboard.press('ArrowDown');
  await expect(currentTitle(popup)).toHaveText(second);
  await expect(statusTab(popup, 'statusUnread')).toContainText('181');
});

test('nothing is wider than the popup, whatever is open', async ({ give, installed, openToolbar }) => {
  await give(installed.captured);
  const { page: popup } = await openToolbar();
  await expect.poll(() => popup.evaluate(() => [innerWidth, innerHeight])).toEqual([420, 600]);
  await popup.keyboard.press('Enter');
  await popup.locator('.detail').waitFor();
  expect(await fitsWidth(popup)).toBe(true);
  await popup.getByRole('button', { name: textOf('filters'), exact: true }).click();
  await popup.locator('.filter-bar').waitFor();
  expect(await fitsWidth(popup)).toBe(true);
  for (const name of ['settings', 'import', 'export', 'help'] as const) {
    await popup.getByRole('button', { name: textOf(name), exact: true }).click();
    await popup.getByRole('dialog').waitFor();
    expect(await fitsWidth(popup), name).toBe(true);
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('dialog')).toHaveCount(0);
  }
});
