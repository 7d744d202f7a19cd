import { browser } from 'wxt/browser';

const KEY = 'news';

/**
 * Tells every page that shows something of the library that it has changed: a moment written down, and nothing of what
 * has changed. Content scripts cannot follow the database itself.
 */
export async function tellNews(): Promise<void> {
  await browser.storage.local.set({ [KEY]: new Date().toISOString() });
}

/** Calls `next` after each change that was told. @returns stops it */
export function watchNews(next: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) next();
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
