import type { Page, Worker } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import { currentTitle, expect, fitsWidth, statusTab, test, titles } from './popup-page.ts';

const PLACES = [
  ['placePapers', 'papers'],
  ['weekly', 'weekly'],
  ['placeBackup', 'backup'],
  ['placeStorage', 'storage'],
  ['placeHistory', 'history'],
  ['settings', 'settings'],
] as const;

const pane = (library: Page) => library.getByRole('complementary', { name: textOf('currentPaper') });

test('the popup opens it in a tab, by button and by key', async ({ installed, openTab }) => {
  const popup = await openTab();
  for (const open of [
    () => popup.getByRole('button', { name: textOf('openLibrary') }).click(),
    () => popup.keyboard.press('l'),
  ]) {
    await popup.bringToFront();
    const opening = installed.gleaner.context.waitForEvent('page');
    await open();
    const library = await opening;
    expect(new URL(library.url()).pathname).toBe('/library.html');
    await expect(library.getByRole('article').first()).toBeVisible();
  }
});

test('each place is a link, and a reload keeps it', async ({ openLibrary }) => {
  const library = await openLibrary();
  for (const [name, place] of PLACES.toReversed()) {
    const link = library.getByRole('navigation').getByRole('link', { name: textOf(name), exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await library.reload();
    expect(new URL(library.url()).hash).toBe(`#${place}`);
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(library).toHaveTitle(`${textOf(name)} · Gleaner`);
  }
});

test('the pane shows the current paper; Enter goes into it and Escape back', async ({ openLibrary }) => {
  const library = await openLibrary();
  const [first = '', second = ''] = await titles(library);
  await expect(pane(library).getByRole('heading', { name: first })).toBeVisible();
  await library.keyboard.press('j');
  await expect(pane(library).getByRole('heading', { name: second })).toBeVisible();
  await expect(library.locator('article .detail')).toHaveCount(0);
  await library.keyboard.press('Enter');
  await expect(pane(library).getByRole('heading', { name: second })).toBeFocused();
  await library.keyboard.press('Escape');
  await expect(library.locator('.paper.is-current h2 button')).toBeFocused();
});

test('a decision in the pane moves on to the next paper', async ({ openLibrary }) => {
  const library = await openLibrary();
  const [, second = ''] = await titles(library);
  await pane(library)
    .getByRole('button', { name: textOf('statusRead'), exact: true })
    .click();
  await expect(currentTitle(library)).toHaveText(second);
  await expect(pane(library).getByRole('heading', { name: second })).toBeVisible();
  await expect(statusTab(library, 'statusRead')).toContainText('1');
});

test('the filters are always in sight', async ({ openLibrary }) => {
  const library = await openLibrary();
  await expect(library.getByRole('combobox', { name: textOf('filterSource') })).toBeVisible();
  await library.getByRole('combobox', { name: textOf('filterDigest') }).selectOption({ index: 1 });
  await expect(statusTab(library, 'statusAll')).not.toContainText('181');
});

test('in a narrow window it behaves as the popup', async ({ openLibrary }) => {
  const library = await openLibrary();
  await library.setViewportSize({ width: 640, height: 450 });
  await expect(pane(library)).toHaveCount(0);
  await library.keyboard.press('Enter');
  await expect(library.locator('article .detail')).toBeVisible();
});

test('nothing is wider than the window in any place, also at 200 % zoom', async ({ openLibrary }) => {
  const library = await openLibrary();
  for (const [name] of PLACES) {
    await library
      .getByRole('navigation')
      .getByRole('link', { name: textOf(name), exact: true })
      .click();
    for (const width of [1280, 640, 400]) {
      await library.setViewportSize({ width, height: 900 });
      await expect.poll(() => fitsWidth(library), `${name} at ${width}`).toBe(true);
    }
  }
});

test('the list stands where it stood after a visit to another place', async ({ openLibrary }) => {
  const library = await openLibrary();
  await library.keyboard.press('End');
  const last = (await currentTitle(library).textContent()) ?? '';
  await expect(currentTitle(library)).toBeInViewport();
  await library.getByRole('link', { name: textOf('placeStorage') }).click();
  await library.getByRole('link', { name: textOf('placePapers') }).click();
  await expect(currentTitle(library)).toHaveText(last);
  await expect(currentTitle(library)).toBeInViewport();
});

test('the history tells what was done, and goes back over several steps at once', async ({ openLibrary, rows }) => {
  const library = await openLibrary();
  const [first = '', second = ''] = await titles(library);
  for (const key of ['r', 's', 'x']) await library.keyboard.press(key);
  await expect(statusTab(library, 'statusUnread')).toContainText('179');
  await library.getByRole('link', { name: textOf('placeHistory') }).click();
  const steps = library.getByRole('listitem').filter({ has: library.getByRole('time') });
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText(`${textOf('statusSkipped')}: ${second}`);
  await expect(steps.nth(1)).toContainText(`${textOf('doneStarred')}: ${second}`);
  await expect(steps.nth(2)).toContainText(`${textOf('statusRead')}: ${first}`);
  await steps
    .nth(1)
    .getByRole('button', { name: textOf('undoBackTo') })
    .click();
  await expect(steps).toHaveCount(1);
  const said = (await rows('entries')).filter(({ status, starred }) => status !== 'unread' || starred);
  expect(said.map(({ status }) => status)).toEqual(['read']);
  await library.keyboard.press('u');
  await expect(library.getByText(textOf('historyEmpty'))).toBeVisible();
});

test('storage tells numbers, and diagnostics hold no title and no address', async ({
  installed,
  openLibrary,
  rows,
}) => {
  await installed.gleaner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const library = await openLibrary('storage');
  await expect(library.locator('.counts')).toContainText('Papers181');
  await library.getByRole('button', { name: textOf('copyDiagnostics') }).click();
  await expect(library.getByText(textOf('diagnosticsCopied'))).toBeVisible();
  const text = await library.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('papers: 181');
  expect(text).not.toMatch(/https?:/);
  for (const { descriptions } of await rows('papers')) {
    expect(text).not.toContain(descriptions[0]?.facts.title.slice(0, 20));
  }
});

async function tellOfLoss(worker: Worker): Promise<void> {
  const trouble = JSON.stringify({ at: new Date().toISOString(), count: 500 });
  await worker.evaluate(`chrome.storage.local.set({ 'trouble:library-lost': ${trouble} })`);
}

test('who goes on with what a lost library still holds is not told again', async ({ installed, openLibrary }) => {
  await tellOfLoss(installed.gleaner.worker);
  const library = await openLibrary();
  const banner = library.getByRole('region', { name: textOf('notice') });
  await banner.getByRole('button', { name: textOf('dismiss') }).click();
  await expect(banner).toHaveCount(0);
  const mirror = await installed.gleaner.worker.evaluate('chrome.storage.local.get()');
  expect(mirror).toMatchObject({ mirror: { papers: 181 } });
  expect(mirror).not.toHaveProperty('trouble:library-lost');
});

test('a lost library is told of, with the way to the backups', async ({ installed, openLibrary }) => {
  await tellOfLoss(installed.gleaner.worker);
  const library = await openLibrary();
  const banner = library.getByRole('region', { name: textOf('notice') });
  await expect(banner).toContainText(textOf('error_library_lost'));
  await banner.getByRole('button', { name: textOf('restoreFromBackup') }).click();
  await expect(library.getByRole('heading', { name: textOf('placeBackup'), level: 1 })).toBeVisible();
});

test('related papers stand below the current one, and lead to themselves', async ({ openLibrary }) => {
  const library = await openLibrary();
  const related = pane(library).getByRole('region', { name: textOf('related') });
  const first = related.getByRole('button').first();
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(pane(library).getByRole('heading', { name: title })).toBeVisible();
});

test('a tag leads to all papers that have it', async ({ openLibrary }) => {
  const library = await openLibrary();
  const [title = ''] = await titles(library);
  const tags = pane(library).getByRole('group', { name: textOf('tags') });
  await tags.getByRole('combobox').fill('read on Sunday');
  await tags.getByRole('combobox').press('Enter');
  await tags.getByRole('button', { name: 'read on Sunday', exact: true }).click();
  await expect.poll(() => titles(library)).toEqual([title]);
});
