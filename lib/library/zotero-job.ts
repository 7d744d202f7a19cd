import type { PaperId } from '../domain/paper.ts';
import type { ZoteroFailure, ZoteroJob } from '../domain/zotero.ts';
import type { GleanerDatabase } from './database.ts';
import { forgetSent, noteSent } from './zotero-sent.ts';

const JOB = 'zotero:job';
const IDS = 'zotero:ids';

/** Papers handed to Zotero at once: a second of its time at most, and some 150 kB. */
export const ZOTERO_BATCH = 50;

/** A Zotero that has more than ten sessions open forgets each after a minute, else after ten. */
const SESSION_LASTS_MS = 60_000;
const LEFT_AFTER_MS = 3_600_000;

/** The papers that are on their way to Zotero, or were last; undefined where none ever were. */
export async function readZoteroJob(db: GleanerDatabase): Promise<ZoteroJob | undefined> {
  const value = (await db.meta.get(JOB))?.value;
  return isJob(value) ? value : undefined;
}

/**
 * Puts papers on their way; the worker does the rest.
 * @returns whether it did: one job goes after the other
 */
export async function startZoteroJob(
  db: GleanerDatabase,
  ids: readonly PaperId[],
  job: Pick<ZoteroJob, 'id' | 'at' | 'target' | 'with'>,
): Promise<boolean> {
  return db.transaction('rw', 'meta', async () => {
    if ((await readZoteroJob(db))?.state === 'running') return false;
    const value: ZoteroJob = { ...job, total: ids.length, done: 0, sent: 0, unsure: 0, state: 'running' };
    await db.meta.bulkPut([
      { key: JOB, value },
      { key: IDS, value: [...ids] },
    ]);
    return true;
  });
}

/**
 * Whether papers are on their way that a worker should go on with. A job that was left for an hour is stopped instead:
 * nobody who starts a browser expects it to go on with what they did yesterday.
 */
export async function isZoteroJobDue(db: GleanerDatabase, nowMs: number): Promise<boolean> {
  const job = await readZoteroJob(db);
  if (job?.state !== 'running') return false;
  if (nowMs - (job.trying?.atMs ?? Date.parse(job.at)) < LEFT_AFTER_MS) return true;
  await stopZoteroJob(db);
  return false;
}

/** Stops the papers that have not gone yet. What Zotero is just taking in still arrives. */
export async function stopZoteroJob(db: GleanerDatabase): Promise<void> {
  await changeJob(db, (job) => ({ ...job, state: job.state === 'running' ? 'stopped' : job.state }));
}

/** The next papers to hand over. */
export interface ZoteroBatch {
  job: ZoteroJob;
  session: string;
  ids: PaperId[];
  /** They may have been handed over under this name already, and Zotero would still know it. */
  isAgain: boolean;
}

/**
 * Takes the next papers of the job, and notes them as sent before they are. What a stopped worker had begun comes first;
 * where Zotero could no longer tell whether it has that, it is left: rather one paper too few than twice.
 * @returns undefined when there is nothing to do
 */
export async function takeZoteroBatch(db: GleanerDatabase, nowMs: number): Promise<ZoteroBatch | undefined> {
  return db.transaction('rw', ['meta', 'entryPacks'], async () => {
    const job = await readZoteroJob(db);
    if (job?.state !== 'running') return undefined;
    const ids = await readIds(db);
    const { trying } = job;
    if (trying && nowMs - trying.atMs < SESSION_LASTS_MS)
      return { job, session: trying.session, ids: ids.slice(job.done, job.done + ZOTERO_BATCH), isAgain: true };
    const after = trying ? passed(job, 0, trying.count) : job;
    const next = ids.slice(after.done, after.done + ZOTERO_BATCH);
    if (next.length === 0) {
      await db.meta.put({ key: JOB, value: { ...after, state: 'done' } satisfies ZoteroJob });
      await db.meta.delete(IDS);
      return undefined;
    }
    const session = `${job.id}-${after.done}`;
    const entries = await db.entries.get(next);
    const names = [...entries.values()].flatMap((entry) => entry.names);
    const at = new Date(nowMs).toISOString();
    const begun = { ...after, trying: { session, atMs: nowMs, count: entries.size } };
    await db.meta.put({ key: JOB, value: begun });
    await noteSent(db, session, { at, target: job.target, names });
    return { job: begun, session, ids: next, isAgain: false };
  });
}

/** How a batch ended: Zotero has its papers, has not, or nobody knows. */
export interface ZoteroEnd {
  arrived: 'yes' | 'no' | 'unsure';
  /** Papers in it. */
  count: number;
  /** Why the job ends here. */
  failure?: ZoteroFailure;
}

/** Notes how a batch ended. */
export async function endZoteroBatch(db: GleanerDatabase, batch: ZoteroBatch, end: ZoteroEnd): Promise<void> {
  const { arrived, count, failure } = end;
  await db.transaction('rw', 'meta', async () => {
    // Its end was noted before: by a worker that was thought to be gone.
    if ((await readZoteroJob(db))?.trying?.session !== batch.session) return;
    if (arrived === 'no') await forgetSent(db, batch.session);
    await changeJob(db, (job) => {
      const { trying: _, ...rest } = job;
      const after = arrived === 'no' ? rest : passed(job, arrived === 'yes' ? count : 0, arrived === 'yes' ? 0 : count);
      const state = failure && job.state === 'running' ? 'failed' : job.state;
      return { ...after, state, ...(failure ? { failure } : {}) };
    });
  });
}

/** Ends the job where no batch was begun. */
export async function failZoteroJob(db: GleanerDatabase, failure: ZoteroFailure): Promise<void> {
  await changeJob(db, (job) => (job.state === 'running' ? { ...job, state: 'failed', failure } : job));
}

function passed({ trying: _, ...job }: ZoteroJob, sent: number, unsure: number): ZoteroJob {
  const done = Math.min(job.total, job.done + ZOTERO_BATCH);
  return { ...job, done, sent: job.sent + sent, unsure: job.unsure + unsure };
}

async function changeJob(db: GleanerDatabase, change: (job: ZoteroJob) => ZoteroJob): Promise<void> {
  await db.transaction('rw', 'meta', async () => {
    const job = await readZoteroJob(db);
    if (job) await db.meta.put({ key: JOB, value: change(job) });
  });
}

async function readIds(db: GleanerDatabase): Promise<PaperId[]> {
  const value = (await db.meta.get(IDS))?.value;
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}

function isJob(value: unknown): value is ZoteroJob {
  return typeof value === 'object' && value !== null && 'state' in value && 'target' in value && 'with' in value;
}
