import type { Backup, Progress } from '../domain/backup.ts';
import { isCredible } from '../domain/clock.ts';
import { type Place, placeAt } from '../domain/entry.ts';
import type { Settlement } from '../domain/settlement.ts';
import { ADMIT_TABLES, admit, type Batch } from './admit.ts';
import { noteBrought, type Offer } from './brought.ts';
import { add, applyTally, type Tally } from './counters.ts';
import type { Brought, GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

export interface RestoreOptions {
  /** Join the backup into the library, or put it in the library's place. */
  mode: 'merge' | 'replace';
  /** Milliseconds since 1970. */
  nowMs: number;
  /** The local backup that holds the library as it is now; without it, replacing cannot be undone. */
  wayBack?: string;
  /** Aborting it takes everything back and rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** Told in papers. */
  progress?: Progress;
}

export interface Restored {
  step: UndoStep;
  /** Papers of the backup that were not in the library, and those that were. */
  new: number;
  known: number;
}

/**
 * Takes a backup in, in one transaction: all of it or nothing. Joining follows the laws of capturing: twice is the same
 * as once, and the order of several backups makes no difference. Of what was said of a paper the later word stands.
 */
export async function restoreBackup(db: GleanerDatabase, backup: Backup, options: RestoreOptions): Promise<Restored> {
  const { mode, nowMs, signal, progress } = options;
  signal?.throwIfAborted();
  return db
    .transaction('rw', db.tables, async (transaction) => {
      const abort = () => transaction.abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        progress?.(0, backup.papers.length);
        if (mode === 'replace') await clearLibrary(db);
        return await takeAll(db, backup, options);
      } finally {
        signal?.removeEventListener('abort', abort);
        if (!signal?.aborted) progress?.(backup.papers.length, backup.papers.length);
      }
    })
    .catch((error: unknown) => {
      if (signal?.aborted) throw new DOMException(`Stopped at ${new Date(nowMs).toISOString()}`, 'AbortError');
      throw error;
    });
}

/** What the user keeps on this machine only (its name, its clock, its notices) stays. */
async function clearLibrary(db: GleanerDatabase): Promise<void> {
  const tables = [...ADMIT_TABLES, 'indexBlocks', ...STEP_TABLES, 'receipts'] as const;
  await Promise.all(tables.filter((name) => name !== 'meta').map((name) => db.table(name).clear()));
  // Numbers begin anew, and the search index with them.
  await db.meta.bulkDelete(['papers', 'sites', 'search']);
}

async function takeAll(db: GleanerDatabase, backup: Backup, options: RestoreOptions): Promise<Restored> {
  const { nowMs, mode, wayBack } = options;
  const take = () => join(db, backup, options);
  if (mode === 'replace') {
    const { created, papers } = await take();
    const row = { action: 'restore' as const, at: nowMs, count: papers, ...(wayBack ? { wayBack } : {}) };
    const step = await recordStep(db, row, {}, []);
    // Without a way back there is nothing that an undo could do.
    if (!wayBack) await Promise.all([db.undo.delete(step.id), db.reversals.delete(step.id)]);
    return { step, new: created, known: papers - created };
  }
  const { result, brought } = await noteBrought(db, offerOf(backup), take);
  const row = { action: 'restore' as const, at: nowMs, count: result.papers };
  const step = await recordStep(db, row, { brought: { ...brought, apart: result.apart } }, []);
  return { step, new: result.created, known: result.papers - result.created };
}

function offerOf({ papers, digests }: Backup): Offer {
  return {
    descriptions: papers.flatMap(({ descriptions }) => descriptions),
    sightings: papers.flatMap(({ sightings }) => sightings),
    digests,
    words: papers.flatMap(({ words }) => words),
    isDistinct: true,
  };
}

interface Joined {
  created: number;
  papers: number;
  apart: Brought['apart'];
}

async function join(db: GleanerDatabase, backup: Backup, { nowMs, progress }: RestoreOptions): Promise<Joined> {
  const tally: Tally = new Map();
  const apart = await joinApart(db, backup);
  const settlement = await admit(db, batchOf(backup, nowMs, progress), tally);
  await joinMerges(db, backup, settlement.homes, tally);
  await applyTally(db, tally);
  await catchUpClock(db, backup);
  const names = backup.papers.flatMap(({ descriptions }) => descriptions.map(({ key }) => key));
  const papers = new Set(names.flatMap((name) => settlement.homes.get(name) ?? []));
  return { created: settlement.created.size, papers: papers.size, apart };
}

function batchOf({ papers, digests }: Backup, nowMs: number, progress: Progress | undefined): Batch {
  const at = new Date(nowMs).toISOString();
  const places = new Map<string, Place>();
  for (const { descriptions, addedAt, order } of papers) {
    for (const { key } of descriptions) places.set(key, { addedAt, order });
  }
  return {
    at,
    descriptions: papers.flatMap(({ descriptions }) => descriptions),
    digests: digests.map((digest) => ({ ...digest, size: 0 })),
    sightings: papers.flatMap(({ sightings }) => sightings),
    words: papers.flatMap(({ words }) => words),
    placeOf: (names) => names.map((name) => places.get(name)).find((place) => place !== undefined) ?? placeAt(at, 0),
    ...(progress ? { progress } : {}),
  };
}

async function joinApart(db: GleanerDatabase, { apart }: Backup): Promise<Brought['apart']> {
  const known = new Set((await db.apart.toArray()).map(({ keys }) => keys.join('\n')));
  const fresh = apart.filter(({ keys }) => !known.has(keys.join('\n')));
  await db.apart.bulkAdd(fresh.map(({ keys }) => ({ keys })));
  return fresh.map(({ keys }) => keys);
}

/** History of what is still one paper here. */
async function joinMerges(
  db: GleanerDatabase,
  { merges }: Backup,
  homes: Settlement['homes'],
  tally: Tally,
): Promise<void> {
  const known = new Set((await db.merges.toArray()).map(({ id: _id, ...merge }) => fingerprint(merge)));
  const fresh = merges.filter((merge) => {
    const [a, b] = [homes.get(merge.kept[0] ?? ''), homes.get(merge.absorbed[0] ?? '')];
    return a !== undefined && a === b && !known.has(fingerprint(merge));
  });
  await db.merges.bulkAdd(fresh);
  add(tally, 'merges', fresh.length);
}

/** What is said from now on is later than anything in the backup, also where another machine's clock went ahead. */
async function catchUpClock(db: GleanerDatabase, { papers }: Backup): Promise<void> {
  const own = await db.meta.get('clock');
  let latest = typeof own?.value === 'string' ? own.value : '';
  for (const { words } of papers) {
    for (const { said } of words) {
      for (const word of Object.values(said)) {
        if (word && word.clock > latest && isCredible(word.clock)) latest = word.clock;
      }
    }
  }
  if (latest) await db.meta.put({ key: 'clock', value: latest });
}
