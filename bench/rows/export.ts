import { statSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { POPUP_SIZE } from '../../scripts/browser.ts';
import { textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { watchHeap } from '../heap.ts';
import type { Rig } from '../rig.ts';
import { GOAL_SIZE, type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

const MINUTE_MS = 60_000;

/** Everything exported as BibTeX through the popup's own dialog. */
export const exported: Row = {
  name: 'export',
  async measure(bench) {
    const top = topSize(bench.sizes);
    const less = Math.max(...bench.sizes.filter((papers) => papers < top));
    // An export gives citation keys, so that the libraries are its own.
    const [all, some] = [await bench.oursToChange(top), await bench.oursToChange(less)];
    let bytes = 0;
    const of = await inTurn(
      {
        seconds: () =>
          withDialog(all, async (page) => {
            const begun = performance.now();
            bytes = await sizeOf(await download(page));
            return (performance.now() - begun) / 1_000;
          }),
        peak: () => withDialog(all, peakHeap),
        lesserPeak: () => withDialog(some, peakHeap),
      },
      bench.runs,
    );
    for (const rig of [all, some]) await rig.close();
    return [
      {
        figure: 'everything exported as BibTeX',
        papers: top,
        unit: 's',
        ours: of('seconds'),
        note: `${Math.round(bytes / 1e6)} MB, ${Math.round(bytes / 1e6 / of('seconds').median)} MB/s.`,
      },
      {
        figure: 'live heap at most while exporting',
        papers: top,
        unit: 'MB',
        ours: of('peak'),
        beside: { what: `${less.toLocaleString('en')} papers`, sample: of('lesserPeak') },
        ...(top === GOAL_SIZE ? { goal: { kind: 'at most times', times: 1.2 } as const } : {}),
      },
    ];
  },
};

/** Works in a popup whose export dialog is open, with BibTeX chosen and all papers in it. */
export async function withDialog<T>(rig: Rig, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await rig.open('popup.html');
  await page.setViewportSize(POPUP_SIZE);
  await waitUntilDrawn(page);
  const group = page.getByRole('group', { name: textOf('statusGroup') });
  await group.getByRole('button', { name: textOf('statusAll') }).press('Enter');
  await group.getByRole('button', { name: textOf('statusAll'), pressed: true }).waitFor();
  await waitUntilDrawn(page);
  await page.getByRole('button', { name: textOf('export'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: textOf('formatBibtex'), exact: true })
    .check();
  const value = await work(page);
  await page.close();
  return value;
}

/** Clicks the button that saves a file, and waits until the whole file is there. */
export async function downloaded(page: Page, button: string): Promise<Download> {
  const downloading = page.waitForEvent('download', { timeout: 3 * MINUTE_MS });
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await downloading;
  await file.path();
  return file;
}

function download(page: Page): Promise<Download> {
  return downloaded(page, textOf('exportDownload'));
}

async function sizeOf(file: Download): Promise<number> {
  return statSync(await file.path()).size;
}

async function peakHeap(page: Page): Promise<number> {
  const heap = await watchHeap(page);
  return (await heap.peakDuring(download(page).then(sizeOf))) / 1e6;
}
