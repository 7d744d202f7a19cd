import type { Page } from '@playwright/test';
import { extensionAddress, type GleanerBrowser } from './browser.ts';

/** Every row of every store of the library's database, by the store's name. */
export type Stored = Readonly<Record<string, unknown[]>>;

const QUIET_MS = 1_200;
const POLL_MS = 150;

/** Reads the library's database as it lies on the disk, past all of Gleaner's own code. Empty when there is none yet. */
export async function readDatabase(gleaner: GleanerBrowser, stores?: readonly string[]): Promise<Stored> {
  const page = await inspector(gleaner);
  return page.evaluate(readStores, stores ? [...stores] : undefined);
}

/** Runs inside the extension's origin. */
async function readStores(wanted: string[] | undefined): Promise<Record<string, unknown[]>> {
  const known = await indexedDB.databases();
  // Opening a database that is not there would make an empty one.
  if (!known.some(({ name }) => name === 'gleaner')) return {};
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('gleaner'));
  try {
    const names = [...database.objectStoreNames].filter((name) => !wanted || wanted.includes(name));
    if (names.length === 0) return {};
    const transaction = database.transaction(names, 'readonly');
    const rows = names.map(async (name) => [name, await done(transaction.objectStore(name).getAll())] as const);
    return Object.fromEntries(await Promise.all(rows));
  } finally {
    database.close();
  }
}

const inspectors = new WeakMap<GleanerBrowser, Promise<Page>>();

/**
 * One tab on a packaged file that runs no code: it has the extension's origin and nothing else of it. Opened again when
 * the browser has closed it, as it does with every page of an extension that is loaded anew.
 */
export async function inspector(gleaner: GleanerBrowser): Promise<Page> {
  const present = inspectors.get(gleaner);
  if (present && !(await present).isClosed()) return present;
  const opened = gleaner.context.newPage().then(async (page) => {
    await page.goto(extensionAddress(gleaner, 'manifest.json'));
    return page;
  });
  inspectors.set(gleaner, opened);
  return opened;
}

export interface CaptureWait {
  /** The library before the page was opened; capture has not begun while it is still the same. */
  before?: Stored;
  /** How long to wait for the first change. */
  beginMs?: number;
  /** How long to wait in all. */
  endMs?: number;
}

/**
 * Waits until the library has changed and then has been still for 1.2 s.
 * @returns the receipts, digests and sightings then; the same as `before` when nothing was captured in time
 */
export async function waitForCapture(gleaner: GleanerBrowser, wait: CaptureWait = {}): Promise<Stored> {
  const begin = Date.now() + (wait.beginMs ?? 6_000);
  const end = Date.now() + (wait.endMs ?? 30_000);
  const before = wait.before && JSON.stringify(pickCaptured(wait.before));
  let last = '';
  let since = Date.now();
  for (;;) {
    const stored = await readDatabase(gleaner, CAPTURED);
    const now = Date.now();
    const text = JSON.stringify(stored);
    if (text !== last) [last, since] = [text, now];
    const changed = before === undefined ? text !== '{}' : text !== before;
    if ((changed && now - since >= QUIET_MS) || (!changed && now > begin) || now > end) return stored;
    await pause();
  }
}

const CAPTURED = ['digests', 'receipts', 'sightings'];

function pickCaptured(stored: Stored): Stored {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => CAPTURED.includes(name)));
}

/**
 * Waits until the packaged example digests lie in the library.
 * @returns receipts, digests and sightings then, or as far as it got within 20 s
 */
export async function waitForPreload(gleaner: GleanerBrowser): Promise<Stored> {
  for (const end = Date.now() + 20_000; ; ) {
    const { meta, ...stored } = await readDatabase(gleaner, [...CAPTURED, 'meta']);
    if (meta?.some(isPreloadDone) || Date.now() > end) return stored;
    await pause();
  }
}

/** Whether a row of `meta` is the note of a preload with nothing left to take in. */
function isPreloadDone(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('key' in row) || row.key !== 'preload' || !('value' in row))
    return false;
  const { value } = row;
  if (typeof value !== 'object' || value === null || !('waiting' in value)) return false;
  return Array.isArray(value.waiting) && value.waiting.length === 0;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
