import type { Page } from '@playwright/test';
import { extensionAddress, type GleanerBrowser } from './browser.ts';
import { type Packs, STORE_OF, unpack } from './unpacked.ts';

/**
 * Every row of every store of the library's database, by the store's name; of a store that keeps its keys apart, `OutboundRow`s.
 * Beside them what lies packed in these stores as tables of their own: papers, entries, words and sightings.
 */
export type Stored = Readonly<Record<string, unknown[]>>;

/** A row with a key that it does not hold itself. */
export interface OutboundRow {
  key: IDBValidKey;
  value: unknown;
}

const QUIET_MS = 1_200;
const POLL_MS = 150;

/**
 * Reads the library's database as it lies on the disk, past the code that writes it. Empty when there is none yet.
 * @param wanted names of stores or tables; all of them unless given
 */
export async function readDatabase(gleaner: GleanerBrowser, wanted?: readonly string[]): Promise<Stored> {
  const page = await inspector(gleaner);
  const isWanted = (name: string) => !wanted || wanted.includes(name);
  const packs = Object.entries(STORE_OF).flatMap(([table, store]) => (isWanted(table) ? store : []));
  const isSeenOnly = !isWanted('papers') && !isWanted('paperPacks');
  const read = await page.evaluate(readStores, { stores: wanted && [...wanted, ...packs], isSeenOnly });
  const tables = Object.entries(unpack(read));
  // One text stands for a library, so the names come in one order however many are asked for.
  return Object.fromEntries([...Object.entries(read), ...tables].filter(([name]) => isWanted(name)));
}

interface Asked {
  stores: string[] | undefined;
  /** Of papers only where they were seen: what is looked at again and again while a page is captured. */
  isSeenOnly: boolean;
}

/** Runs inside the extension's origin, in one transaction, so that it sees one state. */
async function readStores({ stores, isSeenOnly }: Asked): Promise<Record<string, unknown[]> & Packs> {
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
    const names = [...database.objectStoreNames].filter((name) => !stores || stores.includes(name));
    if (names.length === 0) return {};
    const transaction = database.transaction(names, 'readonly');
    const rowsOf = async (name: string): Promise<unknown[]> => {
      const store = transaction.objectStore(name);
      const [rows, keys] = await Promise.all([done(store.getAll()), done(store.getAllKeys())]);
      if (isSeenOnly && name === 'paperPacks') {
        for (const paper of rows.flatMap((pack) => pack.rows)) if (paper) paper.descriptions = [];
      }
      return store.keyPath === null ? rows.map((value, index) => ({ key: keys[index], value })) : rows;
    };
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await rowsOf(name)] as const)));
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
  const before = wait.before && JSON.stringify(pickTold(wait.before));
  let last = '';
  let since = Date.now();
  for (;;) {
    const text = JSON.stringify(await readDatabase(gleaner, TOLD_BY));
    const now = Date.now();
    if (text !== last) [last, since] = [text, now];
    const changed = before === undefined ? text !== '{}' : text !== before;
    if ((changed && now - since >= QUIET_MS) || (!changed && now > begin) || now > end) break;
    await pause();
  }
  return readDatabase(gleaner, CAPTURED);
}

/** Every capture changes one of these, in the transaction that takes its papers in, and they are small enough to be read often. */
const TOLD_BY = ['digests', 'receipts'];
const CAPTURED = [...TOLD_BY, 'sightings'];

function pickTold(stored: Stored): Stored {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => TOLD_BY.includes(name)));
}

/**
 * Waits until the packaged example digests lie in the library.
 * @returns receipts, digests and sightings then, or as far as it got within 20 s
 */
export async function waitForPreload(gleaner: GleanerBrowser): Promise<Stored> {
  for (const end = Date.now() + 20_000; ; ) {
    const { meta } = await readDatabase(gleaner, ['meta']);
    if (meta?.some(isPreloadDone) || Date.now() > end) return readDatabase(gleaner, CAPTURED);
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
