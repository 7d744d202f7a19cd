/** Why a backup was made without being asked for. */
export const KEPT_REASONS = ['daily', 'before-restore', 'before-upgrade'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** A backup that Gleaner made by itself and keeps on this computer. */
export interface KeptBackup {
  name: string;
  /** ISO instant. */
  madeAt: string;
  reason: KeptReason;
}

const NAME = /^gleaner-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([a-z-]+)\.ndjson\.gz$/;

/**
 * The name of a backup's file: `gleaner-20261122T053356123Z-daily.ndjson.gz`. Names sort by time.
 * @param madeAt ISO instant
 */
export function keptName(madeAt: string, reason: KeptReason): string {
  return `gleaner-${madeAt.replace(/[-:.]/g, '')}-${reason}.ndjson.gz`;
}

/** What a file's name says; undefined for a file that is not one of these. */
export function keptFrom(name: string): KeptBackup | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, thousandth, word] = match;
  const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`;
  const reason = KEPT_REASONS.find((known) => known === word);
  if (!reason || Number.isNaN(Date.parse(madeAt))) return undefined;
  return { name, madeAt, reason };
}

const NEWEST: Record<KeptReason, number> = { daily: 3, 'before-restore': 2, 'before-upgrade': 2 };
const WEEKS = 4;
const DAY_MS = 86_400_000;
const FIRST_MONDAY_MS = 4 * DAY_MS; // 5 January 1970

/**
 * Which backups to let go of: all but the newest three of the daily ones and, of those before, the newest of each of the
 * four latest weeks that have any; and all but the newest two of those before a restore and before an upgrade.
 * @returns the ones to let go, newest first
 */
export function toLetGo(backups: readonly KeptBackup[]): KeptBackup[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt > b.madeAt ? -1 : 1));
  const of = (reason: KeptReason) => newestFirst.filter((backup) => backup.reason === reason);
  const staying = new Set([
    ...KEPT_REASONS.flatMap((reason) => of(reason).slice(0, NEWEST[reason])),
    ...newestOfWeeks(of('daily').slice(NEWEST.daily)).slice(0, WEEKS),
  ]);
  return newestFirst.filter((backup) => !staying.has(backup));
}

function newestOfWeeks(newestFirst: readonly KeptBackup[]): KeptBackup[] {
  const weeks = new Map<number, KeptBackup>();
  for (const backup of newestFirst) {
    const week = Math.floor((Date.parse(backup.madeAt) - FIRST_MONDAY_MS) / (7 * DAY_MS));
    if (!weeks.has(week)) weeks.set(week, backup);
  }
  return [...weeks.values()];
}
