import type { Capture } from '../domain/capture.ts';
import { bytesOf } from '../messages/size.ts';
import type { KeptReading, Shelter } from './world.ts';

/** Most readings that are kept, and most bytes of them, over all sites; the oldest go first. */
export const SHELTER_LIMITS = { readings: 40, bytes: 4_000_000 } as const;

/** Where readings are kept. Every function may reject, when the disk is full or the extension is gone. */
export interface Store {
  read(): Promise<ReadonlyMap<string, unknown>>;
  write(key: string, value: unknown): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface ShelterWorld {
  /** The host of the page. What was read on one host is taken by the background only from a page of the same. */
  host: string;
  store: Store;
  /** Tells the user how many readings wait, and of which site the last one is; called with 0 when none is left. */
  tell(count: number, site?: string): Promise<void>;
}

interface Kept {
  key: string;
  /** ISO instant of the reading. */
  at: string;
  reading: unknown;
}

/**
 * A shelter for the readings of one host's pages. Each reading has a key of its own, made from what was read, so that
 * two tabs never write over each other and a repeated visit adds nothing.
 */
export function newShelter({ host, store, tell }: ShelterWorld): Shelter {
  return {
    async read() {
      const kept = await unlessGone(async () => sorted(await store.read()));
      return (kept ?? []).filter(({ key }) => hostIn(key) === host).map(toReading);
    },
    keep: (capture) =>
      unlessGone(async () => {
        const key = `${host}:${fingerprint(capture)}`;
        const before = keptFrom(key, (await store.read()).get(key));
        const at = before && before.at < capture.seenAt ? before.at : capture.seenAt;
        await store.write(key, { at, reading: { ...capture, seenAt: at } });
        await tell(await trim(store), capture.digest.site);
        return key;
      }),
    async forget(key) {
      await unlessGone(async () => {
        await store.remove([key]);
        await tell((await store.read()).size);
      });
    },
  };
}

/** @returns how many are left */
async function trim(store: Store): Promise<number> {
  const kept = sorted(await store.read());
  let bytes = 0;
  const left = kept.toReversed().filter(({ reading }, place) => {
    bytes += bytesOf(reading);
    return place < SHELTER_LIMITS.readings && bytes <= SHELTER_LIMITS.bytes;
  });
  const dropped = kept.filter((one) => !left.includes(one));
  if (dropped.length > 0) await store.remove(dropped.map(({ key }) => key));
  return left.length;
}

/** The oldest first. */
function sorted(values: ReadonlyMap<string, unknown>): Kept[] {
  const kept = [...values].flatMap(([key, value]) => keptFrom(key, value) ?? { key, at: '', reading: undefined });
  return kept.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function keptFrom(key: string, value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('reading' in value)) return undefined;
  const { at, reading } = value;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { key, at, reading } : undefined;
}

function toReading({ key, reading }: Kept): KeptReading {
  return { key, reading };
}

function hostIn(key: string): string {
  return key.slice(0, key.lastIndexOf(':'));
}

/** A short name for digest and papers: the same list is the same reading at each visit. */
function fingerprint({ digest, papers }: Capture): string {
  const text = JSON.stringify([digest.key, ...papers.map(({ identifiers, title }) => identifiers[0] ?? title)]);
  return [0x811c9dc5, 0x050c5d1f].map((seed) => fnv1a(text, seed).toString(16).padStart(8, '0')).join('');
}

/** FNV-1a with 32 bits over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). No page gains by a collision: only its own readings are at stake. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The browser rejects for want of room and after an update of the extension. Neither is worth an error in the page. */
async function unlessGone<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && !(error instanceof TypeError)) return undefined;
    throw error;
  }
}
