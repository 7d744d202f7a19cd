import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '../domain/errors.ts';
import type { PaperId } from '../domain/paper.ts';
import {
  ZOTERO_FAILURES,
  type ZoteroFailure,
  type ZoteroJob,
  type ZoteroLook,
  type ZoteroPlace,
  type ZoteroTarget,
  type ZoteroWith,
} from '../domain/zotero.ts';
import { live } from '../library/live.ts';
import { readZoteroJob, startZoteroJob, stopZoteroJob } from '../library/zotero-job.ts';
import { type SplitBySent, splitBySent } from '../library/zotero-sent.ts';
import { failureCode } from './failure-code.ts';
import type { World } from './world.ts';

/** What sending needs of the browser and of the worker. */
export interface ZoteroDesk {
  hasAccess(): Promise<boolean>;
  /** Asks the user; must be called in the turn of a click. */
  askForAccess(): Promise<boolean>;
  /** Asks the worker what Zotero has open. @returns a `ZoteroLook`, or nothing where the worker did not answer */
  look(): Promise<unknown>;
  /** Lets the worker hand over what is on its way. @returns true once it has; anything else when it could not */
  go(): Promise<unknown>;
}

/** How far sending has come. */
export type ZoteroStage =
  | { at: 'looking' }
  | { at: 'asking'; isRefused: boolean }
  | { at: 'absent'; code: ZoteroFailure }
  | { at: 'choosing'; place: ZoteroPlace; split: SplitBySent }
  | { at: 'sending' | 'ended'; job: ZoteroJob }
  | { at: 'failed'; code: ErrorCode };

export interface ZoteroChoice {
  target: Pick<ZoteroTarget, 'id' | 'name'>;
  with: ZoteroWith;
  /** Those that were sent before too. */
  again: boolean;
}

/** Sending papers to Zotero: first a look at what is there, then a decision. */
export interface Zotero {
  stage: ReadonlySignal<ZoteroStage>;
  /** Asks for access. Must be called in the turn of a click. */
  allow(): Promise<void>;
  /** Looks what Zotero has open and which papers it was sent. */
  look(): Promise<void>;
  send(choice: ZoteroChoice): Promise<void>;
  /** Stops what has not gone yet. */
  stop(): Promise<void>;
}

const MOST_TRIES = 5;

export const ZoteroModel = createModel((world: World, desk: ZoteroDesk, ids: readonly PaperId[]): Zotero => {
  const { db } = world;
  const stage = signal<ZoteroStage>({ at: 'looking' });
  /** The job that is shown from its beginning to its end. */
  let shown: string | undefined;
  const fail = (error: unknown) => {
    if (!(error instanceof Error)) throw error;
    console.warn('Gleaner:', error.name);
    stage.value = { at: 'failed', code: failureCode(error) };
  };
  const show = (job: ZoteroJob | undefined) => {
    if (job?.state === 'running' && shown !== job.id) void go(job.id).catch(fail);
    if (job && shown === job.id) stage.value = { at: job.state === 'running' ? 'sending' : 'ended', job };
  };
  /** Has the worker go on, and again where it was stopped meanwhile. */
  const go = async (id: string) => {
    shown = id;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if ((await desk.go()) === true) return;
      const job = await readZoteroJob(db);
      if (job?.id !== id || job.state !== 'running') return;
    }
    stage.value = { at: 'failed', code: 'unexpected' };
  };
  const look = async () => {
    stage.value = { at: 'looking' };
    const [said, split] = await Promise.all([desk.look(), splitBySent(db, ids)]);
    const found = lookFrom(said);
    stage.value = found.ok ? { at: 'choosing', place: found.value, split } : { at: 'absent', code: found.code };
  };
  const begin = async () => {
    const [hasAccess, job] = await Promise.all([desk.hasAccess(), readZoteroJob(db)]);
    if (job?.state === 'running') return;
    if (hasAccess) await look();
    else stage.value = { at: 'asking', isRefused: false };
  };
  effect(() => live(() => readZoteroJob(db), show, fail));
  void begin().catch(fail);
  return {
    stage,
    look: () => look().catch(fail),
    allow: async () => {
      const isGiven = await desk.askForAccess();
      if (isGiven) await look().catch(fail);
      else stage.value = { at: 'asking', isRefused: true };
    },
    send: async ({ target, with: along, again }) => {
      const now = stage.peek();
      if (now.at !== 'choosing') return;
      const chosen = again ? inOrder(ids, now.split) : now.split.fresh;
      const job = { id: crypto.randomUUID(), at: new Date(world.nowMs()).toISOString(), target, with: along };
      // Where another page has just begun, its papers are shown.
      await startZoteroJob(db, chosen, job).catch(fail);
    },
    stop: () => stopZoteroJob(db).catch(fail),
  };
});

function inOrder(ids: readonly PaperId[], { fresh, sent }: SplitBySent): PaperId[] {
  const there = new Set([...fresh, ...sent]);
  return ids.filter((id) => there.has(id));
}

/** The worker's own answer; without one it was stopped on the way. */
function lookFrom(said: unknown): ZoteroLook {
  if (isLook(said)) return said;
  return { ok: false, code: 'timeout' };
}

function isLook(said: unknown): said is ZoteroLook {
  if (typeof said !== 'object' || said === null || !('ok' in said)) return false;
  if (said.ok === true) return 'value' in said;
  return 'code' in said && ZOTERO_FAILURES.some((code) => code === said.code);
}
