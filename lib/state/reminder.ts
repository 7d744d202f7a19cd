import { readCounters } from '../library/summary.ts';
import type { World } from './world.ts';

const MOST_CHANGES = 100;
const MOST_DAYS = 14;
const DAY_MS = 86_400_000;

/** Where things stood when a backup was last saved elsewhere, or when counting began. */
export interface Saved {
  /** Milliseconds since 1970. */
  atMs: number;
  papers: number;
  /** Number of the user's last step. */
  step: number;
  /** Whether a backup was saved then. */
  isBackup: boolean;
  /** When a reminder was last dismissed. */
  dismissedMs?: number;
}

/** Where `Saved` is remembered. */
export interface SavedMemory {
  recall(): unknown;
  remember(saved: Saved): void;
}

/** What has not been saved elsewhere. */
export interface Unsaved {
  changes: number;
  /** Whole days since the last backup, or since counting began. */
  days: number;
  isBackup: boolean;
}

/** Remembers that a backup of the library as it stands was saved. */
export async function noteSaved(world: World, memory: SavedMemory): Promise<void> {
  memory.remember({ atMs: world.nowMs(), ...(await standing(world)), isBackup: true });
}

/** What has changed since the last backup that was saved elsewhere. */
export async function readUnsaved(world: World, memory: SavedMemory): Promise<Unsaved> {
  const now = await standing(world);
  const saved = readSaved(memory.recall());
  if (!saved) {
    memory.remember({ atMs: world.nowMs(), ...now, isBackup: false });
    return { changes: 0, days: 0, isBackup: false };
  }
  const days = Math.max(0, Math.floor((world.nowMs() - saved.atMs) / DAY_MS));
  const changes = Math.max(0, now.papers - saved.papers) + Math.max(0, now.step - saved.step);
  return { changes, days, isBackup: saved.isBackup };
}

/**
 * Says whether it is time to remind of a backup: after 100 changes or 14 days with any, and not within a day of a
 * reminder that was dismissed.
 */
export async function dueReminder(world: World, memory: SavedMemory): Promise<Unsaved | undefined> {
  const unsaved = await readUnsaved(world, memory);
  const dismissedMs = readSaved(memory.recall())?.dismissedMs ?? 0;
  if (world.nowMs() - dismissedMs < DAY_MS || unsaved.changes === 0) return undefined;
  return unsaved.changes >= MOST_CHANGES || unsaved.days >= MOST_DAYS ? unsaved : undefined;
}

/** No reminder for a day. */
export function dismissReminder(memory: SavedMemory, nowMs: number): void {
  const saved = readSaved(memory.recall());
  if (saved) memory.remember({ ...saved, dismissedMs: nowMs });
}

async function standing({ db }: World): Promise<Pick<Saved, 'papers' | 'step'>> {
  const [counters, last] = await Promise.all([readCounters(db), db.undo.orderBy('id').lastKey()]);
  return { papers: counters.papers, step: typeof last === 'number' ? last : 0 };
}

function readSaved(stored: unknown): Saved | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const property = (name: string): unknown => Reflect.get(stored, name);
  const [atMs, papers, step, dismissedMs] = ['atMs', 'papers', 'step', 'dismissedMs'].map(property);
  if (typeof atMs !== 'number' || typeof papers !== 'number' || typeof step !== 'number') return undefined;
  const saved: Saved = { atMs, papers, step, isBackup: property('isBackup') === true };
  return typeof dismissedMs === 'number' ? { ...saved, dismissedMs } : saved;
}
