import type { Page } from '@playwright/test';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { openPopupTab } from '../browser.ts';
import { chooseShelf, exportMarkdown, search, textOf, waitUntilDrawn } from '../popup-hand.ts';
import { takeCensus } from './census.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { readStars, readStatuses } from './library-rows.ts';
import { type Rig, withRig } from './rig.ts';

const PAPERS = 6;
const PATIENCE_MS = 10_000;
const DAYS = ['2026-05-12', '2026-05-13'].map((day, index) => ({
  address: `https://huggingface.co/papers/date/${day}`,
  html: dayPage(day, sampleEntries(PAPERS, 1 + index * PAPERS)),
  key: `huggingface:day:${day}`,
}));

/** The usual walk through Gleaner, with the worker killed before every step: nothing may hang on its memory. */
export const restartSteps: FaultCase = {
  name: 'restart-steps',
  async run({ long }) {
    const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
    const pages = Object.fromEntries(DAYS.map(({ address, html }) => [address, html]));
    for (let walk = 0; walk < (long ? 5 : 1); walk += 1) await withRig({ pages }, (rig) => walkThrough(rig, result));
    return result;
  },
};

async function walkThrough(rig: Rig, result: FaultResult): Promise<void> {
  const step = async <Value>(name: string, work: () => Promise<Value>, holds: (value: Value) => boolean) => {
    await rig.kill();
    const value = await work();
    result.tried += 1;
    if (!holds(value)) result.failures.push(`After a kill, this step failed: ${name}.`);
    return value;
  };
  const isTrue = (value: boolean) => value;
  const [first, second] = DAYS;
  if (!first || !second) throw new Error('Two pages are needed.');

  await step('a page is captured', () => capture(rig, first), isTrue);
  const popup = await step('the popup opens', () => openPopup(rig), Boolean);
  const starred = await step('a paper is starred', () => press(popup, 's'), Boolean);
  await step('the star is kept', () => eventually(async () => (await readStars(rig.gleaner)).has(starred)), isTrue);
  const read = await step('a paper is read', () => press(popup, 'r'), Boolean);
  const isRead = async () => (await readStatuses(rig.gleaner)).get(read) === 'read';
  await step('the status is kept', () => eventually(isRead), isTrue);
  await step(
    'a search finds',
    () => searchFor(popup, 'gardeners'),
    (hits) => hits > 0,
  );
  await step(
    'the list is exported',
    async () => (await exportMarkdown(popup)).failure(),
    (failure) => failure === null,
  );
  await step('a second page is captured', () => capture(rig, second), isTrue);
  await popup.close();
}

/** @returns whether the page's papers are stored in time */
async function capture(rig: Rig, { address, key }: { address: string; key: string }): Promise<boolean> {
  const page = await rig.gleaner.context.newPage();
  await page.goto(address);
  const isStored = await eventually(async () => (await takeCensus(rig.gleaner, key)).seen === PAPERS);
  await page.close();
  return isStored;
}

async function openPopup(rig: Rig): Promise<Page> {
  const popup = await openPopupTab(rig.gleaner);
  await waitUntilDrawn(popup);
  await chooseShelf(popup, textOf('statusAll'));
  return popup;
}

/** Presses a key that acts on the current paper. @returns the title of that paper */
async function press(popup: Page, key: string): Promise<string> {
  await popup.bringToFront();
  const title = await popup.locator('.paper.is-current h2').textContent();
  await popup.keyboard.press(key);
  return title ?? '';
}

async function searchFor(popup: Page, words: string): Promise<number> {
  await search(popup, words);
  const hits = await popup.locator('article h2').count();
  await popup.keyboard.press('Escape');
  return hits;
}

async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await holds()) return true;
  }
  return false;
}
