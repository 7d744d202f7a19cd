import type { Page } from '@playwright/test';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { readDatabase } from '../stored.ts';
import { sampleCapture } from './captures.ts';
import { takeCensus } from './census.ts';
import { setOnExtensionsPage } from './extensions-page.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type Rig, withRig } from './rig.ts';
import { senderIn } from './sender.ts';

const ADDRESS = 'https://huggingface.co/papers/date/2026-05-12';
const KEY = 'huggingface:day:2026-05-12';
const MESSAGES = 100;
const PAPERS = 6;
const WATCHED_MS = 3_000;
const WAKING_MS = 10_000;

/** A digest in a private window, with the extension allowed there: nothing of it may be kept, whoever asks. */
export const privateWindow: FaultCase = {
  name: 'private-window',
  run: () =>
    withRig({ pages: { [ADDRESS]: dayPage('2026-05-12', sampleEntries(PAPERS)) } }, async (rig) => {
      const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
      await setOnExtensionsPage(rig.gleaner, { developerMode: true, privateWindows: true });
      const page = await openPrivately(rig);
      const before = JSON.stringify(await readDatabase(rig.gleaner));
      const sender = await senderIn(page, rig.gleaner.extensionId);
      const refusals = new Set<string>();
      for (let number = 0; number < MESSAGES; number += 1) {
        const { outcome, said } = await sender.send(sampleCapture(number, PAPERS));
        refusals.add(`${outcome} ${said}`);
        result.tried += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
      if ([...refusals].join() !== 'refused private-window') result.failures.push(`Answers: ${[...refusals].join()}`);
      if (JSON.stringify(await readDatabase(rig.gleaner)) !== before) result.failures.push('The library has changed.');
      await proveCapture(rig, result);
      return result;
    }),
};

async function openPrivately({ gleaner, runInWorker }: Rig): Promise<Page> {
  const [page] = await Promise.all([
    gleaner.context.waitForEvent('page', { timeout: 2 * WAKING_MS }),
    onceAwake(() => runInWorker(`chrome.windows.create({ incognito: true, url: '${ADDRESS}' })`)),
  ]);
  await page.waitForURL(ADDRESS);
  await page.locator('article').first().waitFor();
  return page;
}

/** The browser loads the extension anew when it is allowed in private windows, and for a moment no worker runs. */
async function onceAwake(work: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + WAKING_MS; ; ) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Error) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The same page in an ordinary window is captured: so it was the private window that kept Gleaner away. */
async function proveCapture({ gleaner }: Rig, result: FaultResult): Promise<void> {
  const page = await gleaner.context.newPage();
  await page.goto(ADDRESS);
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if ((await takeCensus(gleaner, KEY)).seen === PAPERS) return;
  }
  result.failures.push('The same page in an ordinary window was not captured either.');
}
