import type { Page } from '@playwright/test';
import { HOSTILE_STRINGS } from '../hostile/strings.ts';
import { dayCard } from '../pages/huggingface-card.ts';
import { sampleEntries, sampleEntry } from '../pages/huggingface-entry.ts';
import { dayPage, paperPage, searchPage, trendingPage, weekPage } from '../pages/huggingface-page.ts';
import { expect, test } from './harness.ts';

const SITE = 'https://huggingface.co';
const DAY = `${SITE}/papers/date/2026-05-12`;

/** The digests other than the packaged ones, with the number of papers seen in each. */
function seenDigests(stored: Readonly<Record<string, unknown[]>>): Record<string, number> {
  const digests = (stored.digests ?? []) as { key: string; size: number }[];
  return Object.fromEntries(
    digests.filter(({ key }) => !key.startsWith('text-file:')).map(({ key, size }) => [key, size]),
  );
}

test('every kind of page is a digest of its own, and a paper seen in many is one', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
  readDatabase,
}) => {
  const entries = sampleEntries(4);
  await servePages({
    [DAY]: dayPage('2026-05-12', entries),
    [`${SITE}/papers/week/2026-W20`]: weekPage('2026-W20', entries),
    [`${SITE}/papers/trending`]: trendingPage(entries),
    [`${SITE}/papers?q=gardeners`]: searchPage('gardeners', entries, sampleEntries(3, 50)),
    [`${SITE}/papers/2605.00001`]: paperPage(sampleEntry(1)),
  });
  let before = await waitForPreload();
  const page = await gleaner.context.newPage();
  for (const address of [
    'papers/date/2026-05-12',
    'papers/week/2026-W20',
    'papers/trending',
    'papers?q=gardeners',
    'papers/2605.00001',
  ]) {
    await page.goto(`${SITE}/${address}`);
    before = await waitForCapture({ before });
  }
  expect(seenDigests(before)).toEqual({
    'huggingface:day:2026-05-12': 4,
    'huggingface:week:2026-W20': 4,
    'huggingface:trending': 4,
    'huggingface:search:gardeners': 4,
    'huggingface:paper:2605.00001': 1,
  });
  expect((await readDatabase()).papers).toHaveLength(181 + 4);
});

test('a reload changes nothing but the time last seen', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
  readDatabase,
}) => {
  await servePages({ [DAY]: dayPage('2026-05-12', sampleEntries(3)) });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const captured = await waitForCapture({ before });
  const rows = await readDatabase();
  await page.reload();
  await waitForCapture({ before: captured });
  const again = await readDatabase();
  for (const store of ['papers', 'entries', 'counters']) expect(again[store], store).toEqual(rows[store]);
  const withoutTime = (all: unknown[] | undefined) => (all as object[]).map((row) => ({ ...row, lastSeenAt: '' }));
  for (const store of ['digests', 'sightings'])
    expect(withoutTime(again[store]), store).toEqual(withoutTime(rows[store]));
  expect(again.sightings).not.toEqual(rows.sightings);
});

test('cards that load late are captured too', async ({ gleaner, servePages, waitForPreload, waitForCapture }) => {
  await servePages({ [DAY]: dayPage('2026-05-12', sampleEntries(2)) });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const first = await waitForCapture({ before });
  expect(seenDigests(first)).toEqual({ 'huggingface:day:2026-05-12': 2 });
  await addCards(page, [dayCard(sampleEntry(3)), dayCard(sampleEntry(4))], false);
  expect(seenDigests(await waitForCapture({ before: first }))).toEqual({ 'huggingface:day:2026-05-12': 4 });
});

test('client-side navigation never credits the old list to the new address', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
}) => {
  await servePages({ [DAY]: dayPage('2026-05-12', sampleEntries(3)) });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const day = await waitForCapture({ before });
  await page.evaluate(() => history.pushState({}, '', '/papers/week/2026-W20'));
  await page.waitForTimeout(2_000);
  expect(seenDigests(await waitForCapture())).toEqual({ 'huggingface:day:2026-05-12': 3 });
  await addCards(
    page,
    [7, 8].map((number) => dayCard(sampleEntry(number))),
    true,
  );
  expect(seenDigests(await waitForCapture({ before: day }))).toEqual({
    'huggingface:day:2026-05-12': 3,
    'huggingface:week:2026-W20': 2,
  });
});

test('a recognised page without papers becomes a notice, and reading it again takes the notice away', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
  readDatabase,
}) => {
  await servePages({
    [DAY]: dayPage('2026-05-12', [], { data: null }),
    [`${SITE}/papers/trending`]: trendingPage(sampleEntries(2)),
  });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const changed = await waitForCapture({ before, beginMs: 8_000 });
  expect((await readDatabase()).notices).toMatchObject([{ code: 'site-changed', site: 'huggingface' }]);
  await page.goto(`${SITE}/papers/trending`);
  await waitForCapture({ before: changed });
  expect((await readDatabase()).notices).toEqual([]);
});

test('hostile strings in every field stay text and run nothing, on the page and in the popup', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
  openPopupTab,
}) => {
  const entries = HOSTILE_STRINGS.map(({ text }, index) => {
    const entry = sampleEntry(index + 1);
    const paper = {
      ...entry.paper,
      title: `Patient ${text}`,
      summary: text || 'Nothing.',
      authors: [{ name: text }],
      projectPage: text,
      githubRepo: `javascript:alert(1)//${text.slice(0, 50)}`,
      ai_keywords: [text],
      organization: { name: text, fullname: text },
    };
    return { ...entry, paper, thumbnail: text };
  });
  await servePages({ [DAY]: dayPage('2026-05-12', entries) });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  const errors: string[] = [];
  const dialogs: string[] = [];
  gleaner.context.on('dialog', (dialog) => dialogs.push(dialog.message()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(DAY);
  expect(seenDigests(await waitForCapture({ before }))).toEqual({ 'huggingface:day:2026-05-12': entries.length });
  const popup = await openPopupTab();
  popup.on('pageerror', (error) => errors.push(error.message));
  const list = popup.getByRole('article');
  await expect(list.first()).toBeVisible();
  for (let seen = 0; seen < entries.length; seen += 1) {
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('j');
  }
  expect(
    await popup.evaluate(
      () =>
        document.querySelectorAll(
          'script[src^="http"], iframe, object, embed, svg script, [onerror], [onload], img[src^="http"]',
        ).length,
    ),
  ).toBe(0);
  const links = await popup.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const href of links) expect(href).toMatch(/^https?:\/\//);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await popup.evaluate(() => 'hostileRan' in globalThis)).toBe(false);
  expect(await page.evaluate(() => 'hostileRan' in globalThis)).toBe(false);
  expect(dialogs).toEqual([]);
  expect(errors).toEqual([]);
});

/** Adds cards to the list as the site's own script would, or puts them in the list's place. */
async function addCards(page: Page, cards: string[], instead: boolean): Promise<void> {
  await page.evaluate(
    ([html, replace]) => {
      const list = document.querySelector('main article')?.closest('.grid');
      if (!list) throw new Error('the page has no list');
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      if (replace) list.replaceChildren();
      list.append(...parsed.body.childNodes);
    },
    [cards.join(''), instead] as const,
  );
}
