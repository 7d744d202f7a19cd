/** A stretch of time: from an ISO instant on, and before another. */
export interface Span {
  since: string;
  until: string;
}

/** A day of the week, 0 for Sunday, as `Date` counts them. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

const DAYS = 7;
/** When the day's notification is due: the hour at which most have begun their day. */
const HOUR = 9;

/**
 * Seven whole days of the user's own time. The first such week ends with today, as "this week" does in the filters.
 * @param nowMs milliseconds since 1970
 * @param back how many weeks earlier, from 0
 */
export function weekOf(nowMs: number, back: number): Span {
  return { since: midnight(nowMs, 1 - DAYS * (back + 1)), until: midnight(nowMs, 1 - DAYS * back) };
}

/** Local midnight some days from today. Counted in days of the calendar: where clocks change, one has 23 or 25 hours. */
function midnight(nowMs: number, days: number): string {
  const day = new Date(nowMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
}

/** The last moment, now at the latest, at which something was due on this weekday; in milliseconds since 1970. */
export function lastDue(nowMs: number, weekday: Weekday): number {
  const now = new Date(nowMs);
  const back = (now.getDay() - weekday + DAYS) % DAYS;
  const due = dueAt(now, -back);
  return due <= nowMs ? due : dueAt(now, -back - DAYS);
}

/** The first moment after now at which something is due on this weekday. */
export function nextDue(nowMs: number, weekday: Weekday): number {
  return dueAt(new Date(lastDue(nowMs, weekday)), DAYS);
}

function dueAt(day: Date, days: number): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, HOUR).getTime();
}
