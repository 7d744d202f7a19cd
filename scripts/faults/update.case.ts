import type { Page } from '@playwright/test';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { takeCensus } from './census.ts';
import { setOnExtensionsPage } from './extensions-page.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type Rig, withRig } from './rig.ts';

const PAGES = 5;
const PAPERS = 6;
const AFTERMATH_MS = 2_500;
const PATIENCE_MS = 15_000;

/** The extension is updated while its content scripts stand in open pages, which then change under them. */
export const update: FaultCase = {
  name: 'update',
  run: ({ long }) =>
    withRig({ pages: Object.fromEntries(DAYS.map(({ address, html }) => [address, html])) }, async (rig) => {
      const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
      await setOnExtensionsPage(rig.gleaner, { developerMode: true });
      const open: Listened[] = [];
      for (const { address } of DAYS.slice(0, PAGES)) open.push(await visit(rig, address));
      for (let time = 0; time < (long ? 5 : 1); time += 1) await reloadUnder(rig, open, result);
      await visitAgain(rig, result);
      return { ...result, note: `${open.reduce((sum, { lines }) => sum + lines.length, 0)} console lines` };
    }),
};

/** One day more than is open: the visit after the update. */
const DAYS = Array.from({ length: PAGES + 1 }, (_, index) => {
  const day = `2026-05-${11 + index}`;
  const html = dayPage(day, sampleEntries(PAPERS, 1 + index * PAPERS));
  return { address: `https://huggingface.co/papers/date/${day}`, html, key: `huggingface:day:${day}` };
});

interface Listened {
  page: Page;
  lines: string[];
  errors: string[];
}

/** Opens a page, listens to it and waits until its papers are stored. */
async function visit(rig: Rig, address: string): Promise<Listened> {
  const page = await rig.gleaner.context.newPage();
  const listened: Listened = { page, lines: [], errors: [] };
  page.on('console', (message) => {
    // The browser says so of pictures of the page; Gleaner loads none.
    if (!message.text().startsWith('Failed to load resource')) listened.lines.push(message.text());
  });
  page.on('pageerror', (error) => listened.errors.push(error.message));
  await page.goto(address);
  if (!(await isStored(rig, address))) throw new Error(`${address} was not captured.`);
  return listened;
}

async function isStored(rig: Rig, address: string): Promise<boolean> {
  const key = DAYS.find((day) => day.address === address)?.key;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if ((await takeCensus(rig.gleaner, key)).seen === PAPERS) return true;
  }
  return false;
}

async function reloadUnder(rig: Rig, open: readonly Listened[], result: FaultResult): Promise<void> {
  const before = await takeCensus(rig.gleaner);
  await rig.reload();
  for (const { page } of open) await page.evaluate(stirPage);
  await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));
  for (const { page, lines, errors } of open) {
    result.tried += 1;
    if (errors.length > 0) result.failures.push(`${page.url()} had an uncaught error: ${errors.join('; ')}`);
    if (lines.length > 1) result.failures.push(`${page.url()} had ${lines.length} console lines: ${lines.join('; ')}`);
  }
  const after = await takeCensus(rig.gleaner);
  result.lost += Math.max(0, before.papers - after.papers) + Math.max(0, before.sightings - after.sightings);
}

/** Runs in a page: gives each paper another title and tells of being hidden; a content script acts upon both. */
function stirPage(): void {
  for (const title of document.querySelectorAll('article h3 a')) title.append(', Revised');
  document.dispatchEvent(new Event('visibilitychange'));
}

async function visitAgain(rig: Rig, result: FaultResult): Promise<void> {
  const next = DAYS[PAGES];
  if (!next) throw new Error('There is no further page.');
  const page = await rig.gleaner.context.newPage();
  await page.goto(next.address);
  result.tried += 1;
  if (!(await isStored(rig, next.address))) result.failures.push('The next visit after the update was not stored.');
}
