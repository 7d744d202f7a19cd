import { test as base, type Page } from '@playwright/test';
import { type GleanerBrowser, launchGleaner, openPopupTab, stopWorker } from '../../scripts/browser.ts';
import { installedProfile } from '../../scripts/project.ts';
import { type CaptureWait, readDatabase, type Stored, waitForCapture, waitForPreload } from '../../scripts/stored.ts';
import { openToolbarPopup } from '../../scripts/toolbar-popup.ts';
import { type Routes, serve, type Traffic } from '../../scripts/traffic.ts';

/** What a test of the built extension has at hand: a browser of its own, and everything below works on that one. */
interface Harness {
  /** Whether the test is to see the installation itself; else it begins after that, with the examples in the library. */
  isFresh: boolean;
  /** Chromium with Gleaner in a profile of its own, without a network. */
  gleaner: GleanerBrowser;
  /** Serves pages at their real addresses and refuses the rest; must come before the first navigation. */
  servePages: (routes: Routes) => Promise<Traffic>;
  openPopupTab: () => Promise<Page>;
  /** The real popup of the toolbar button; closed when the test ends. */
  openToolbarPopup: () => Promise<Page>;
  stopWorker: () => Promise<void>;
  readDatabase: () => Promise<Stored>;
  waitForCapture: (wait?: CaptureWait) => Promise<Stored>;
  /** Waits until the five example digests are in the library. */
  waitForPreload: () => Promise<Stored>;
}

export const test = base.extend<Harness>({
  isFresh: [false, { option: true }],
  gleaner: async ({ isFresh }, use) => {
    const gleaner = await launchGleaner(isFresh ? {} : { copyOf: installedProfile });
    await use(gleaner);
    const { asked } = await gleaner.close();
    expect(asked, 'the worker or a page of the extension asked the network for something').toEqual([]);
  },
  servePages: async ({ gleaner }, use) => {
    const record: Traffic[] = [];
    await use(async (routes) => {
      const traffic = await serve(gleaner.context, routes);
      record.push(traffic);
      return traffic;
    });
    const asked = record.flatMap(({ fromExtension }) => fromExtension);
    expect(asked, 'the extension or its content script asked the network for something').toEqual([]);
  },
  openPopupTab: async ({ gleaner }, use) => use(() => openPopupTab(gleaner)),
  openToolbarPopup: async ({ gleaner }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async () => {
      const popup = await openToolbarPopup(gleaner);
      opened.push(popup);
      return popup.page;
    });
    for (const popup of opened) await popup.close();
  },
  stopWorker: async ({ gleaner }, use) => use(() => stopWorker(gleaner)),
  readDatabase: async ({ gleaner }, use) => use(() => readDatabase(gleaner)),
  waitForCapture: async ({ gleaner }, use) => use((wait) => waitForCapture(gleaner, wait)),
  waitForPreload: async ({ gleaner }, use) => use(() => waitForPreload(gleaner)),
});

export const expect = test.expect;
