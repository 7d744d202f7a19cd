import { browser } from 'wxt/browser';

// A key each, so that two tabs cannot write over each other.
const PREFIX = 'marks:';

/** How the marks of one site are shown. */
export interface MarkSettings {
  /** Whether there are any. */
  on: boolean;
  /** Whether rows of papers that are not new are left out. */
  hideSeen: boolean;
  /** Whether the bar is folded to a tab. */
  folded: boolean;
}

const DEFAULTS: MarkSettings = { on: true, hideSeen: false, folded: false };

/** The settings of a site; what is missing or of another shape takes its default. */
export async function readMarkSettings(site: string): Promise<MarkSettings> {
  const key = PREFIX + site;
  return settingsFrom((await browser.storage.local.get(key))[key]);
}

/** Changes some settings of a site and keeps the rest. */
export async function changeMarkSettings(site: string, change: Partial<MarkSettings>): Promise<void> {
  await browser.storage.local.set({ [PREFIX + site]: { ...(await readMarkSettings(site)), ...change } });
}

/** Calls `next` whenever the settings of any site have changed. @returns stops it */
export function watchMarkSettings(next: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) next();
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

function settingsFrom(stored: unknown): MarkSettings {
  const flag = (name: keyof MarkSettings) => {
    const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  return { on: flag('on'), hideSeen: flag('hideSeen'), folded: flag('folded') };
}
