import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { textOf } from '../../scripts/popup-hand.ts';
import { CAPTURED, expect, fitsWidth, statusTab, test, titles } from './popup-page.ts';

const filled = (key: Parameters<typeof textOf>[0], ...values: (number | string)[]) =>
  values.reduce((text: string, value, place) => text.replace(`$${place + 1}`, String(value)), textOf(key));
const part = (library: Page, name: Parameters<typeof textOf>[0]) => library.getByRole('region', { name: textOf(name) });
const button = (library: Page, name: string) => library.getByRole('button', { name, exact: true });

const ALL = 181 + CAPTURED;

test('it shows the last seven days: how many, what several lists showed, topics, sources', async ({
  give,
  installed,
  openLibrary,
}) => {
  await give(installed.captured);
  const library = await openLibrary('weekly');
  await expect(button(library, filled('weeklyNew_other', ALL))).toBeVisible();
  await expect(library.getByText(filled('weeklyExamples_other', 181))).toBeVisible();
  await expect(part(library, 'weeklySeveral').getByRole('listitem').first()).toContainText('4 digests');
  await expect(part(library, 'weeklyTopics').getByRole('heading', { level: 3 }).first()).toHaveText(/^.+ \(\d+\)$/);
  const sites = part(library, 'weeklySites').getByRole('heading', { level: 3 });
  await expect(sites).toHaveText([`${textOf('siteTextFile')} (181)`, `Hugging Face (${CAPTURED})`]);
  for (const width of [1280, 640, 400]) {
    await library.setViewportSize({ width, height: 900 });
    await expect.poll(() => fitsWidth(library), `at ${width}`).toBe(true);
  }
});

test('a paper leads to its page, and the rest of a topic opens in its place', async ({
  give,
  installed,
  openLibrary,
}) => {
  await give(installed.captured);
  const library = await openLibrary('weekly');
  const captured = part(library, 'weeklySites').locator('.weekly-group').nth(1).getByRole('link');
  await expect(captured.first()).toHaveAttribute('href', /^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
  const topic = part(library, 'weeklyTopics').locator('.weekly-group').first();
  const count = Number(/\((\d+)\)$/.exec((await topic.getByRole('heading', { level: 3 }).textContent()) ?? '')?.[1]);
  await topic.getByRole('button').click();
  await expect(topic.getByRole('listitem')).toHaveCount(count);
});

test('a number leads to the list of these papers and no others', async ({ give, installed, openLibrary }) => {
  await give(installed.captured);
  const library = await openLibrary('weekly');
  const more = part(library, 'weeklySites').getByRole('button');
  await expect(more).toHaveText([filled('weeklyMore_other', 176), filled('weeklyMore_one', CAPTURED - 5)]);
  await more.nth(1).click();
  await expect(statusTab(library, 'statusAll')).toContainText(String(CAPTURED));
  expect(await titles(library)).toHaveLength(CAPTURED);
  await library.keyboard.press('r');
  await library.keyboard.press('s');
  await library.getByRole('link', { name: textOf('weekly') }).click();
  await button(library, filled('weeklyRead_one', 1)).click();
  await expect.poll(() => titles(library)).toHaveLength(1);
});

test('what is starred and unread waits, and leads to its list', async ({ openLibrary }) => {
  const library = await openLibrary();
  const [first = ''] = await titles(library);
  await library.keyboard.press('s');
  await library.getByRole('link', { name: textOf('weekly') }).click();
  const waiting = part(library, 'weeklyWaiting').getByRole('listitem');
  await expect(waiting).toHaveCount(1);
  await expect(waiting.getByRole('link')).toHaveText(first);
  await expect(waiting.getByRole('img', { name: textOf('starred') })).toBeVisible();
  await expect(button(library, filled('weeklyStarred_one', 1))).toBeVisible();
});

test('the week before is empty, and its list says which days it is of', async ({ openLibrary }) => {
  const library = await openLibrary('weekly');
  await expect(library.getByText(textOf('weeklyThis'))).toBeVisible();
  await expect(button(library, textOf('weeklyLater'))).toBeDisabled();
  const days = library.locator('.weeks strong');
  const now = await days.textContent();
  await button(library, textOf('weeklyEarlier')).click();
  await expect(library.getByText(textOf('weeklyEmpty'))).toBeVisible();
  await expect(days).not.toHaveText(now ?? '');
  await expect(library.getByText(textOf('weeklyThis'))).toHaveCount(0);
  await button(library, textOf('weeklyLater')).click();
  await expect(days).toHaveText(now ?? '');
  await expect(button(library, filled('weeklyNew_other', 181))).toBeVisible();
});

test('the papers of an earlier week are a list of their own', async ({ openLibrary }) => {
  const library = await openLibrary('weekly');
  // Seven days later, for this page alone: Playwright's own clock would be that of all pages.
  await library.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 7 * 86_400_000;
  });
  await library.reload();
  await expect(library.getByText(textOf('weeklyEmpty'))).toBeVisible();
  await button(library, textOf('weeklyEarlier')).click();
  // The week that was shown stays until the next is there: its days are read only then.
  await expect(button(library, filled('weeklyNew_other', 181))).toBeVisible();
  const days = /^(.+) – (.+)$/.exec((await library.locator('.weeks strong').textContent()) ?? '') ?? [];
  await button(library, filled('weeklyNew_other', 181)).click();
  await expect(statusTab(library, 'statusAll')).toContainText('181');
  const added = library.getByRole('combobox', { name: textOf('filterAdded') });
  await expect(added.locator('option:checked')).toHaveText(filled('addedInWeek', days[1] ?? '', days[2] ?? ''));
});

const FILES = [
  ['weeklySave', /^gleaner-What-came-by-\d{4}-\d\d-\d\d\.html$/],
  ['weeklyMarkdown', /\.md$/],
  ['weeklyAtom', /\.atom$/],
] as const;
test('it is saved as a page that needs nothing else, as Markdown and as a feed', async ({
  give,
  installed,
  openLibrary,
}) => {
  await give(installed.captured);
  const library = await openLibrary('weekly');
  const texts: string[] = [];
  for (const [name, fileName] of FILES) {
    const downloading = library.waitForEvent('download');
    await button(library, textOf(name)).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(fileName);
    await expect(library.getByText(filled('weeklySaved', download.suggestedFilename()))).toBeVisible();
    texts.push(readFileSync(await download.path(), 'utf8'));
  }
  const [html = '', markdown = '', atom = ''] = texts;
  const facts = filled('weeklyNew_other', ALL);
  const page = new JSDOM(html).window.document;
  expect(page.querySelector('main')?.textContent).toContain(facts);
  expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(
    (['weeklySeveral', 'weeklyTopics', 'weeklySites'] as const).map(textOf),
  );
  expect(markdown).toContain(`- ${facts}\n`);
  expect(markdown.match(/^## /gm)).toHaveLength(3);
  const feed = new JSDOM(atom, { contentType: 'application/xml' }).window.document;
  expect(feed.getElementsByTagName('entry')).toHaveLength(ALL);
  // The page is shown as it is by a browser: nothing of it is loaded from anywhere, nothing runs.
  const shown = await installed.gleaner.context.newPage();
  const asked: string[] = [];
  shown.on('request', ({ url }) => asked.push(url()));
  await shown.setContent(html);
  await expect(shown.getByRole('heading', { level: 1 })).toContainText(textOf('weekly'));
  expect(asked).toEqual([]);
});

test('it is copied as Markdown', async ({ installed, openLibrary }) => {
  await installed.gleaner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const library = await openLibrary('weekly');
  await button(library, textOf('weeklyCopy')).click();
  await expect(library.getByText(filled('exportCopied', '181 papers'))).toBeVisible();
  expect(await library.evaluate(() => navigator.clipboard.readText())).toMatch(/^# What came by: /);
});

test('on paper it is whole, without what is for the hand', async ({ openLibrary }) => {
  const library = await openLibrary('weekly');
  await library.emulateMedia({ media: 'print' });
  await expect(library.getByRole('navigation')).toBeHidden();
  await expect(button(library, textOf('weeklyPrint'))).toBeHidden();
  const isWhole = await library.evaluate(() => {
    const scroll = document.querySelector('.place-scroll');
    return scroll !== null && scroll.clientHeight === scroll.scrollHeight && document.body.scrollHeight > 2_000;
  });
  expect(isWhole).toBe(true);
});
