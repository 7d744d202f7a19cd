import type { Capture } from '../domain/capture.ts';
import type { GleanerDatabase } from './database.ts';
import { ingest } from './ingest.ts';

/** How far preloading got: the files still to take in, and the digests that came of the others. */
interface Preload {
  waiting: string[];
  digests: string[];
}

/**
 * Notes, at first install, which packaged digests are to be taken in. A library that has this note already is left
 * alone, so that neither an update nor a second install event brings back what the user has cleared.
 */
export async function planPreload(db: GleanerDatabase, files: readonly string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if (await db.meta.get('preload')) return;
    await db.meta.put({ key: 'preload', value: { waiting: [...files], digests: [] } satisfies Preload });
  });
}

/**
 * Takes in the packaged digests that are still waiting. A worker that dies in between goes on at its next start: a
 * file leaves the waiting list only after its transaction, and taking it in twice is the same as once.
 * @param read reads one file as a capture; a file that cannot be read is a fault of the package, so it throws
 */
export async function continuePreload(db: GleanerDatabase, read: (file: string) => Promise<Capture>): Promise<void> {
  let preload = await readPreload(db);
  while (preload.waiting[0] !== undefined) {
    const [file, ...waiting] = preload.waiting;
    const capture = await read(file);
    await ingest(db, capture);
    preload = { waiting, digests: [...new Set([...preload.digests, capture.digest.key])] };
    await db.meta.put({ key: 'preload', value: preload });
  }
}

/** The keys of the digests that came with Gleaner. */
export async function preloadedDigests(db: GleanerDatabase): Promise<string[]> {
  return (await readPreload(db)).digests;
}

async function readPreload(db: GleanerDatabase): Promise<Preload> {
  const row = await db.meta.get('preload');
  return isPreload(row?.value) ? row.value : { waiting: [], digests: [] };
}

function isPreload(value: unknown): value is Preload {
  return typeof value === 'object' && value !== null && 'waiting' in value && 'digests' in value;
}
