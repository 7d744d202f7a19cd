import { browser } from 'wxt/browser';

// Not in the library: what has to be told may be that the library has no room, or cannot be opened.
const PREFIX = 'trouble:';

/** Something that stands in the way until it is put right. */
export interface Trouble {
  /** ISO instant at which it was last met. */
  at: string;
  site?: string;
  count?: number;
}

/** The troubles that stand, by their code (`domain/errors.ts`). */
export type Troubles = ReadonlyMap<string, Trouble>;

/** Notes a trouble, or renews it. Each code has a key of its own, so that two contexts cannot overwrite each other. */
export async function raiseTrouble(code: string, trouble: Trouble): Promise<void> {
  await browser.storage.local.set({ [PREFIX + code]: trouble });
}

/** Notes that a trouble is over. Costs nothing to speak of when it was not there. */
export async function clearTrouble(code: string): Promise<void> {
  await browser.storage.local.remove(PREFIX + code);
}

/** Whether a trouble stands. */
export async function hasTrouble(code: string): Promise<boolean> {
  const stored = await browser.storage.local.get(PREFIX + code);
  return isTrouble(stored[PREFIX + code]);
}

/** The troubles that stand now. */
export async function readTroubles(): Promise<Troubles> {
  return troublesIn(await browser.storage.local.get());
}

/** Calls `next` with the troubles whenever they change. @returns stops it */
export function watchTroubles(next: (troubles: Troubles) => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) void readTroubles().then(next);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

function troublesIn(stored: Readonly<Record<string, unknown>>): Troubles {
  const ours = Object.entries(stored).filter(([key]) => key.startsWith(PREFIX));
  return new Map(ours.flatMap(([key, value]) => (isTrouble(value) ? [[key.slice(PREFIX.length), value]] : [])));
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string';
}
