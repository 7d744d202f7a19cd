import type { Page, Worker } from '@playwright/test';
import { extensionAddress } from '../../scripts/browser.ts';
import { readDatabase, waitForCapture } from '../../scripts/stored.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { expect, test } from './harness.ts';

const SITE = 'https://huggingface.co';
const MODELS = `${SITE}/models`;
const dayAt = (day: number) => `${SITE}/papers/date/2026-05-${day}`;
const listOf = (day: number) => dayPage(`2026-05-${day}`, sampleEntries(4, day * 10));

/** The names under which extension storage holds something. */
function storedNames(worker: Worker): Promise<string[]> {
  return worker.evaluate('chrome.storage.local.get().then((all) => Object.keys(all))');
}

/** Makes every writing of the library fail as it does on a full disk, or lets it work again. */
function fillDisk(worker: Worker, isFull: boolean): Promise<void> {
  return worker.evaluate((full) => {
    const original = Reflect.get(globalThis, 'writeRow') ?? IDBObjectStore.prototype.put;
    Object.assign(globalThis, { writeRow: original });
    IDBObjectStore.prototype.put = full
      ? () => {
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        }
      : original;
  }, isFull);
}

test('a digest that could not be stored waits beyond the life of its page, and is delivered at the next visit', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
}) => {
  await servePages({ [dayAt(12)]: listOf(12), [MODELS]: '<!doctype html><main>Models</main>' });
  const before = await waitForPreload();
  await fillDisk(gleaner.worker, true);
  const page = await gleaner.context.newPage();
  await page.goto(dayAt(12));
  const waiting = expect.stringMatching(/^undelivered:huggingface\.co:/);
  await expect
    .poll(() => storedNames(gleaner.worker))
    .toEqual(expect.arrayContaining([waiting, 'trouble:capture-waiting']));
  await page.close();
  await fillDisk(gleaner.worker, false);
  expect(await waitForCapture({ before, beginMs: 500 })).toEqual(before);
  const next = await gleaner.context.newPage();
  await next.goto(MODELS);
  const after = await waitForCapture({ before });
  expect(after.sightings).toHaveLength(262 + 4);
  const left = await storedNames(gleaner.worker);
  expect(left.filter((name) => /^(?:undelivered|trouble):/.test(name))).toEqual([]);
});

test('an update with five digests open troubles none of them, and they are read again without a reload', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  const days = [11, 12, 13, 14, 15];
  await servePages(Object.fromEntries([...days, 16].map((day) => [dayAt(day), listOf(day)])));
  let before = await waitForPreload();
  const heard = new Map<Page, string[]>();
  for (const day of days) {
    const page = await gleaner.context.newPage();
    heard.set(page, hear(page));
    await page.goto(dayAt(day));
    before = await waitForCapture(gleaner, { before });
  }
  const desk = await gleaner.context.newPage();
  await desk.goto('chrome://extensions');
  // An unpacked extension that starts again stays off without it.
  await desk.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await gleaner.worker.evaluate('chrome.runtime.reload()').catch(ignoreGone);
  await expect(async () => {
    await desk.goto(extensionAddress(gleaner, 'manifest.json'));
  }).toPass({ timeout: 15_000 });
  // The update closed the tab through which the library was looked at.
  const updated = { ...gleaner };
  const [last] = [...heard.keys()].slice(-1);
  await expect
    .poll(async () => newestSeen(await readDatabase(updated)), { timeout: 15_000 })
    .toBeGreaterThan(newestSeen(before));
  for (const page of heard.keys()) await page.evaluate(() => document.body.append('something new'));
  await last?.waitForTimeout(1_500);
  for (const lines of heard.values()) expect(lines.length).toBeLessThanOrEqual(1);
  expect([...heard.values()].flat().filter((line) => line.startsWith('uncaught'))).toEqual([]);
  await last?.goto(dayAt(16));
  const after = await waitForCapture(updated, { before });
  expect(after.sightings).toHaveLength(262 + 6 * 4);
});

/** Everything a page says: what went wrong in it, and what stands in its console. */
function hear(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`uncaught ${error.message}`));
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  return heard;
}

/** The worker ends before it can answer that it was asked to start again. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error) || !/closed|destroyed|gone/i.test(error.message)) throw error;
}

function newestSeen(stored: Readonly<Record<string, unknown[]>>): number {
  const seen = (stored.digests ?? []).map((row) =>
    typeof row === 'object' && row !== null && 'lastSeenAt' in row ? Date.parse(String(row.lastSeenAt)) : 0,
  );
  return Math.max(...seen);
}
