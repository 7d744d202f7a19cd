import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { Receipt } from '../../lib/domain/capture.ts';
import type { Digest } from '../../lib/domain/digest.ts';
import type { CounterRow, Notice, UndoRow } from '../../lib/library/database.ts';
import { extensionAddress, type GleanerBrowser, launchGleaner, openPopupTab } from '../../scripts/browser.ts';
import { openLibraryTab, textOf, waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { readDatabase, type Stored, waitForCapture, waitForPreload } from '../../scripts/stored.ts';
import { openToolbarPopup } from '../../scripts/toolbar-popup.ts';
import { type Routes, serve } from '../../scripts/traffic.ts';
import type { Unpacked } from '../../scripts/unpacked.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';

export const DAY = 'https://huggingface.co/papers/date/2026-05-12';
export const CAPTURED = 6;
const PATIENCE_MS = 8_000;

type Tables = { [Name in keyof Unpacked]: Unpacked[Name][number] } & {
  digests: Digest;
  counters: CounterRow;
  notices: Notice;
  receipts: Receipt;
  undo: UndoRow;
};

interface Installed {
  gleaner: GleanerBrowser;
  /** A tab of the extension's origin that runs none of its code. */
  desk: Page;
  /** The library after installation, and after a visit to `DAY` on top of it. */
  examples: Stored;
  captured: Stored;
}

interface Tools {
  /** Puts a library in place of the one that is there; must come before a popup is open. */
  give: (library: Stored) => Promise<void>;
  rows: <Name extends keyof Tables>(name: Name) => Promise<Tables[Name][]>;
  openTab: () => Promise<Page>;
  /** The full tab, at one of its places. */
  openLibrary: (place?: string) => Promise<Page>;
  /** The real popup of the toolbar button; `close` closes it. */
  openToolbar: () => Promise<{ page: Page; close(): Promise<void> }>;
  visit: (routes: Routes, address: string) => Promise<Page>;
}

/**
 * Tests of the popup share one browser. Each begins with the library of a fresh installation, without a remembered view,
 * and leaves no page open.
 */
export const test = base.extend<Tools & { fresh: undefined }, { installed: Installed }>({
  installed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const gleaner = await launchGleaner();
      gleaner.context.setDefaultTimeout(PATIENCE_MS);
      const desk = await gleaner.context.newPage();
      await desk.goto(extensionAddress(gleaner, 'manifest.json'));
      const before = await waitForPreload(gleaner);
      const examples = await readDatabase(gleaner);
      const page = await gleaner.context.newPage();
      await serve(gleaner.context, { [DAY]: dayPage('2026-05-12', sampleEntries(CAPTURED)) });
      await page.goto(DAY);
      await waitForCapture(gleaner, { before });
      const captured = await readDatabase(gleaner);
      await desk.evaluate(keepAtHand, { examples, captured });
      await use({ gleaner, desk, examples, captured });
      const { asked } = await gleaner.close();
      expect(asked, 'the worker or a page of the extension asked the network for something').toEqual([]);
    },
    { scope: 'worker' },
  ],
  fresh: [
    async ({ installed: { gleaner, desk } }, use) => {
      await gleaner.context.unrouteAll();
      const kept = new Set(gleaner.context.pages().filter((page) => page === desk || !isPopup(page)));
      await desk.evaluate(() => localStorage.clear());
      await desk.evaluate(removeBackups);
      // From a page, after the pages of the last test: what those kept while they closed is cleared too, not kept later.
      await desk.evaluate('Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])');
      await desk.evaluate<void, Stored | AtHand>(writeStores, 'examples');
      await use(undefined);
      const opened = gleaner.context.pages().filter((page) => !kept.has(page) && !page.url().endsWith('manifest.json'));
      await Promise.all(opened.map((page) => page.close()));
    },
    { auto: true },
  ],
  give: async ({ installed: { desk, captured } }, use) =>
    use((library) => desk.evaluate<void, Stored | AtHand>(writeStores, library === captured ? 'captured' : library)),
  rows: async ({ installed: { gleaner } }, use) =>
    use(async (name) => tableOf(await readDatabase(gleaner, [name]), name)),
  openTab: async ({ installed: { gleaner } }, use) =>
    use(async () => {
      const popup = await openPopupTab(gleaner);
      await waitUntilDrawn(popup);
      return popup;
    }),
  openLibrary: async ({ installed: { gleaner } }, use) => use((place) => openLibraryTab(gleaner, place)),
  openToolbar: async ({ installed: { gleaner } }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async () => {
      // A tab of the popup's size makes the window as narrow, and the popup would be cut to it.
      for (const width of [1279, 1280]) await gleaner.context.pages()[0]?.setViewportSize({ width, height: 900 });
      const popup = await openToolbarPopup(gleaner);
      opened.push(popup);
      popup.page.setDefaultTimeout(PATIENCE_MS);
      await waitUntilDrawn(popup.page);
      return popup;
    });
    for (const popup of opened) await popup.close();
  },
  visit: async ({ installed: { gleaner } }, use) =>
    use(async (routes, address) => {
      const { context } = gleaner;
      await serve(context, routes);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    }),
});

export { expect };

function isPopup(page: Page): boolean {
  return page.url().includes('popup.html');
}

/** The rows of one store or table, as the library's own types have them. */
export function tableOf<Name extends keyof Tables>(stored: Stored, name: Name): Tables[Name][] {
  return (stored[name] ?? []) as Tables[Name][];
}

type AtHand = 'examples' | 'captured';

declare global {
  var librariesAtHand: Record<AtHand, Stored> | undefined;
}

/** Runs inside the extension's origin: sending a library there for each test takes ten times as long as writing it. */
function keepAtHand(libraries: Record<AtHand, Stored>): void {
  globalThis.librariesAtHand = libraries;
}

/**
 * Runs inside the extension's origin: empties every store of the library and fills it with these rows. Tables that are
 * no stores are left alone: what they show lies packed in those that are.
 */
async function writeStores(given: Stored | AtHand): Promise<void> {
  const library = typeof given === 'string' ? globalThis.librariesAtHand?.[given] : given;
  if (!library) throw new Error('No libraries are at hand in this page.');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  for (const name of names) {
    const store = transaction.objectStore(name);
    store.clear();
    for (const row of library[name] ?? []) {
      if (store.keyPath !== null) store.put(row);
      else store.put(Reflect.get(Object(row), 'value'), Reflect.get(Object(row), 'key'));
    }
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** Runs inside the extension's origin: removes the backups that were kept on this computer. */
async function removeBackups(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('backups', { create: true });
  for await (const name of folder.keys()) {
    // One that the worker is still writing, after the last capture of the test before, is to be had a moment later.
    for (let tries = 0; ; tries += 1) {
      const error = await folder.removeEntry(name).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      // The worker itself lets go of old ones, and of what it could not finish.
      const isGone = error instanceof DOMException && error.name === 'NotFoundError';
      if (error === undefined || isGone) break;
      const isBusy = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!isBusy || tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The title of the paper that keys act on. */
export function currentTitle(popup: Page): Locator {
  return popup.locator('.paper.is-current h2');
}

/** Titles of the rows that are in the document, in their order. */
export function titles(popup: Page): Promise<string[]> {
  return popup.locator('.paper h2').allTextContents();
}

/** A tab of the status bar; its number is part of its text. */
export function statusTab(popup: Page, key: Parameters<typeof textOf>[0]): Locator {
  return popup.locator('.tab').filter({ hasText: new RegExp(`^${textOf(key)}(?!\\p{L})`, 'u') });
}

/** Says whether nothing is wider than the popup. */
export function fitsWidth(popup: Page): Promise<boolean> {
  return popup.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('.app, .list-scroll, .dialog-body, .library, .pane, .place-scroll'),
    ].every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth),
  );
}
