import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { extensionAddress, type GleanerBrowser, launchGleaner, stopWorker } from '../scripts/browser.ts';
import { PAGES } from './places.ts';

/** A browser with a copy of a profile, so that nothing that is measured wears the kept one out. */
export interface Rig {
  gleaner: GleanerBrowser;
  /** A new page on a file of the extension, when it has loaded. */
  open(file: string): Promise<Page>;
  /** A new page on one of the benchmark's own, when its script has run. */
  page(name: string): Promise<Page>;
  /** Closes all pages, ends the worker, and waits until the browser has closed the database too: it does after 2 s. */
  cool(): Promise<void>;
  close(): Promise<void>;
}

const COOLING_MS = 2_600;

/**
 * @param build the folder of the extension
 * @param kept the profile to copy; without it, a new one
 */
export async function openRig(build: string, kept?: string): Promise<Rig> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  if (kept) cpSync(kept, profile, { recursive: true });
  const rig = await rigIn(build, profile);
  return {
    ...rig,
    close: async () => {
      await rig.close();
      forget();
      process.off('exit', forget);
    },
  };
}

/** A browser that works in this very profile and leaves it behind. */
export async function rigIn(build: string, profile: string): Promise<Rig> {
  const gleaner = await launchGleaner({ profile, build });
  const open = async (file: string) => {
    const page = await gleaner.context.newPage();
    await page.goto(extensionAddress(gleaner, file));
    return page;
  };
  return {
    gleaner,
    open,
    page: (name) => open(`${PAGES}/${name}.html`),
    cool: () => cool(gleaner),
    close: async () => void (await gleaner.close()),
  };
}

async function cool(gleaner: GleanerBrowser): Promise<void> {
  const ours = gleaner.context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
  await Promise.all(ours.map((page) => page.close()));
  // An event that was on its way may start the worker once more, and the worker opens the library.
  do {
    await stopWorker(gleaner);
    await new Promise((resolve) => setTimeout(resolve, COOLING_MS));
  } while (await isWorkerRunning(gleaner));
}

async function isWorkerRunning({ context, extensionId }: GleanerBrowser): Promise<boolean> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) return false;
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos.some(({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId);
}
