import { browser } from 'wxt/browser';

/** Settings that the background needs too; how the popup looks is the popup's own (`preferences.ts`). */
export interface Settings {
  badge: boolean;
}

const KEY = 'settings';
const DEFAULTS: Settings = { badge: true };

/** The stored settings; what is missing or of another shape takes its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsFrom(stored[KEY]);
}

/** Changes some settings and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Calls `next` with every new state of the settings. @returns stops it */
export function watchSettings(next: (settings: Settings) => void): () => void {
  const listener: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (KEY in changes) next(settingsFrom(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

function settingsFrom(stored: unknown): Settings {
  const badge = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'badge') : undefined;
  return { badge: typeof badge === 'boolean' ? badge : DEFAULTS.badge };
}
