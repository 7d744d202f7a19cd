import { uiLanguage } from './text.ts';

/** A moment: the time of day where it is of today, else day and time; the year only where it is not this one. */
export function writeTime(ms: number, nowMs: number): string {
  const [date, now] = [new Date(ms), new Date(nowMs)];
  const format: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  if (date.toDateString() !== now.toDateString()) Object.assign(format, { month: 'short', day: 'numeric' });
  if (date.getFullYear() !== now.getFullYear()) format.year = 'numeric';
  return new Intl.DateTimeFormat(uiLanguage(), format).format(date);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the unit that suits it, such as "1.2 MB". */
export function writeBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const digits = step > 0 && bytes / 1000 ** step < 10 ? 1 : 0;
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** step);
}
