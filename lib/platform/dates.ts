import { dateFormat, listFormat, numberFormat } from './formats.ts';
import { uiLanguage } from './text.ts';

/**
 * A number as the user's language writes it; from 1,000 in short form ("1.2K") where room is short, and without a fraction
 * ("1K") where it is shortest.
 */
export function writeNumber(value: number, short: boolean | 'shortest' = false): string {
  const compact: Intl.NumberFormatOptions = { notation: 'compact' };
  if (short === 'shortest') compact.maximumFractionDigits = 0;
  return numberFormat(uiLanguage(), short && value >= 1_000 ? compact : {}).format(value);
}

/** Words joined as the user's language joins a plain list. */
export function writeList(items: readonly string[]): string {
  return listFormat(uiLanguage(), { type: 'unit', style: 'short' }).format(items);
}

/**
 * A calendar day, such as "Mar 11" or "Mar 11, 2025".
 * @param year left out where it is not known or goes without saying
 * @param month from 1
 */
export function writeDay({ year, month, day }: { year?: number; month: number; day: number }): string {
  // 2000 has a 29 February, whatever the year was.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  const format: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', timeZone: 'UTC' };
  return dateFormat(uiLanguage(), year === undefined ? format : { ...format, year: 'numeric' }).format(date);
}

/** A month with its year. @param month from 1 */
export function writeMonth(year: number, month: number): string {
  const date = new Date(Date.UTC(year, month - 1, 1));
  return dateFormat(uiLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** The name of a day of the week. @param weekday 0 for Sunday */
export function writeWeekday(weekday: number): string {
  // The first day of 2023 was a Sunday.
  const date = new Date(Date.UTC(2023, 0, 1 + weekday));
  return dateFormat(uiLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** The local day of an ISO instant; the year only where it is not this one. */
export function writeInstant(iso: string, nowMs: number): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const format: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (date.getFullYear() !== new Date(nowMs).getFullYear()) format.year = 'numeric';
  return dateFormat(uiLanguage(), format).format(date);
}
