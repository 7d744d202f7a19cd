import { browser } from 'wxt/browser';

const KEY = 'mirror';

/** What was last known of the library, as it was written; undefined when nothing was. Kept beside the database. */
export async function readMirror(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

/** Writes down what is known of the library now. */
export async function writeMirror(mirror: object): Promise<void> {
  await browser.storage.local.set({ [KEY]: mirror });
}
