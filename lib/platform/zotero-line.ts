import { browser } from 'wxt/browser';

/** What a page of the extension asks of the worker, which alone speaks to Zotero. */
export type ZoteroRequest = 'look' | 'go';

/** As much as the browser says of the sender of a message. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

const KIND = 'zotero';
const WAKE_MS = 20_000;

/**
 * Asks the worker: `look` for what Zotero has open, `go` to hand over what is on its way.
 * @returns its answer, as it is; undefined when there is none
 */
export async function askWorker(request: ZoteroRequest): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage({ kind: KIND, request });
  } catch (error) {
    // The worker was stopped on the way.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The request in a message of one of the extension's own pages; undefined for any other message, whoever sends it. */
export function zoteroRequestIn(message: unknown, { id, url }: Sender): ZoteroRequest | undefined {
  if (id !== browser.runtime.id || !url?.startsWith(browser.runtime.getURL('/'))) return undefined;
  if (typeof message !== 'object' || message === null || Reflect.get(message, 'kind') !== KIND) return undefined;
  const request: unknown = Reflect.get(message, 'request');
  return request === 'look' || request === 'go' ? request : undefined;
}

/** Keeps the worker awake during work of its own: a browser ends one that has had no event for 30 s. */
export async function whileAwake<Result>(work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), WAKE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
