import type { Page } from '@playwright/test';
import { quantile, workClock } from '../../scripts/work-clock.ts';
import { corpusPage, corpusPages, hasCorpus } from '../corpus-entries.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { bundled } from './bundled.ts';
import { expect, test } from './harness.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const ROWS = 200;
const ROUNDS = 60;
const MOST_MS = 50;
const CUTS = 20;
const HTML = dayPage('2026-05-12', sampleEntries(ROWS));

test('a page of 200 rows is captured and stays what it was, without an error in its console', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
}) => {
  await servePages({ [DAY]: HTML });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  const heard = hear(page);
  await page.addInitScript(() => {
    const note = () => Object.assign(globalThis, { asServed: document.documentElement.outerHTML });
    document.addEventListener('DOMContentLoaded', note);
  });
  await page.goto(DAY);
  const after = await waitForCapture({ before });
  expect(after.sightings).toHaveLength(262 + ROWS);
  // The marks stand beside the body in an element of their own. Without it, the page is what it was.
  expect(await page.evaluate(takeMarksAway)).toBe(1);
  expect(await page.evaluate(() => document.documentElement.outerHTML === Reflect.get(globalThis, 'asServed'))).toBe(
    true,
  );
  expect(heard).toEqual([]);
});

test('reading a page of 200 rows takes at most 50 ms', async ({ gleaner, servePages }) => {
  await servePages({ [DAY]: HTML });
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const script = await bundled('../reading-at.ts');
  await page.evaluate(`${script}; globalThis.gleanerAdapters = bundled; undefined`);
  const worked = await workClock(page);
  const rounds: { papers: number; wall: number; work: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(loadAfresh, HTML);
    const before = await worked();
    const read = await page.evaluate(readOnce, DAY);
    rounds.push({ ...read, work: (await worked()) - before });
  }
  const p95 = quantile(rounds, 'work', 0.95);
  const figures = [quantile(rounds, 'work', 0.5), p95, quantile(rounds, 'wall', 0.5), quantile(rounds, 'wall', 0.95)];
  const [workMedian, workP95, wallMedian, wallP95] = figures.map((ms) => ms.toFixed(1));
  console.log(
    `reading ${ROWS} rows: ${workMedian} ms of work, p95 ${workP95}; ${wallMedian} ms by the clock, p95 ${wallP95}`,
  );
  expect(new Set(rounds.map(({ papers }) => papers))).toEqual(new Set([ROWS]));
  expect(p95).toBeLessThanOrEqual(MOST_MS);
});

test('every saved page, whole and cut at 20 lengths, is read without a change, an error or a wait', async ({
  gleaner,
  servePages,
}) => {
  test.skip(!hasCorpus, 'The corpus of real pages is not beside this repository.');
  test.setTimeout(240_000);
  await servePages({ [DAY]: HTML });
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const heard = hear(page);
  const script = await bundled('../reading-at.ts');
  await page.evaluate(`${script}; globalThis.gleanerAdapters = bundled; undefined`);
  const times: { wall: number }[] = [];
  for (const path of corpusPages()) {
    const read = await page.evaluate(readCuts, { html: corpusPage(path), address: DAY, cuts: CUTS });
    expect(read.changed, path).toEqual([]);
    expect(read.times, path).toHaveLength(CUTS + 1);
    times.push(...read.times.map((wall) => ({ wall })));
  }
  const p95 = quantile(times, 'wall', 0.95);
  console.log(`reading ${times.length} whole and cut saved pages: p95 ${p95.toFixed(1)} ms by the clock`);
  expect(heard).toEqual([]);
  expect(p95).toBeLessThanOrEqual(MOST_MS);
});

/** Everything that goes wrong in a page, but for the requests that the test itself refuses. */
function hear(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    const isRefused = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isRefused) heard.push(message.text());
  });
  return heard;
}

/** Runs in the page: makes a document of its own, of which nothing is known yet. */
function loadAfresh(html: string): void {
  Object.assign(globalThis, { freshDocument: new DOMParser().parseFromString(html, 'text/html') });
}

/** Runs in the page: reads that document as a content script does on the first look. */
function readOnce(address: string): { papers: number; wall: number } {
  const { readAt } = Reflect.get(globalThis, 'gleanerAdapters');
  const document = Reflect.get(globalThis, 'freshDocument');
  const begin = performance.now();
  const { papers } = readAt(document, address).reading;
  return { papers: papers.length, wall: performance.now() - begin };
}

/** Runs in the page: reads a saved page, whole and broken off at so many places. @returns the lengths that it changed */
function readCuts({ html, address, cuts }: { html: string; address: string; cuts: number }) {
  const { readAt } = Reflect.get(globalThis, 'gleanerAdapters');
  const changed: number[] = [];
  const times: number[] = [];
  for (let cut = 0; cut <= cuts; cut += 1) {
    const part = html.slice(0, Math.floor((html.length * cut) / cuts));
    const document = new DOMParser().parseFromString(part, 'text/html');
    const before = document.documentElement.outerHTML;
    const begin = performance.now();
    readAt(document, address);
    times.push(performance.now() - begin);
    if (document.documentElement.outerHTML !== before) changed.push(part.length);
  }
  return { changed, times };
}

/** Runs in the page. @returns how many there were */
function takeMarksAway(): number {
  const marks = document.querySelectorAll('html > gleaner-marks');
  for (const one of marks) one.remove();
  return marks.length;
}
