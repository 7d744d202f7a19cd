import { lastDue, nextDue, WEEKDAYS, type Weekday } from './week.ts';

/** On which day the user wants to be told what came by. */
export interface NoticeChoice {
  weekday: Weekday;
  /** ISO instant of the choice: what was due before is not made up for. */
  since: string;
}

/** Reads a stored choice; undefined where there is none, which is how it begins. */
export function readNoticeChoice(stored: unknown): NoticeChoice | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const [day, since]: unknown[] = ['weekday', 'since'].map((name) => Reflect.get(stored, name));
  const weekday = WEEKDAYS.find((known) => known === day);
  if (weekday === undefined || typeof since !== 'string' || Number.isNaN(Date.parse(since))) return undefined;
  return { weekday, since };
}

/**
 * When to look, and whether a notification is due now. One that was missed, be it because the browser was closed for
 * weeks, is due once.
 * @param told ISO instant at which the last one was shown, or found to have nothing to say
 * @returns `nextMs` in milliseconds since 1970
 */
export function noticePlan(
  { weekday, since }: NoticeChoice,
  told: unknown,
  nowMs: number,
): { isDue: boolean; nextMs: number } {
  const toldMs = typeof told === 'string' ? Date.parse(told) : Number.NaN;
  const done = Math.max(Date.parse(since), Number.isNaN(toldMs) ? 0 : toldMs);
  return { isDue: lastDue(nowMs, weekday) > done, nextMs: nextDue(nowMs, weekday) };
}
