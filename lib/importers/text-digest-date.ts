import { type DigestDate, isDay } from '../domain/digest.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const FORMS: readonly { pattern: RegExp; parts: readonly ('year' | 'month' | 'day')[] }[] = [
  { pattern: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/i, parts: ['month', 'day', 'year'] },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?:,? (\d{4}))?$/i, parts: ['day', 'month', 'year'] },
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, parts: ['year', 'month', 'day'] },
];

/**
 * Reads a line that is a date and nothing else: `Mar 11`, `March 11`, `11 Mar`, `Mar 11, 2025`, `2025-03-11`.
 * @returns the day, without a year where the line has none; `no-such-day` for a date such as `Feb 30`; undefined for
 *   any other line
 */
export function dateLine(line: string): DigestDate | 'no-such-day' | undefined {
  for (const { pattern, parts } of FORMS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const part = (name: 'year' | 'month' | 'day') => match[parts.indexOf(name) + 1];
    const month = monthFrom(part('month') ?? '');
    if (month === undefined) continue;
    const day = Number(part('day'));
    const year = part('year') === undefined ? undefined : Number(part('year'));
    if (!isDay(month, day, year)) return 'no-such-day';
    return year === undefined ? { unit: 'day', month, day } : { unit: 'day', year, month, day };
  }
  return undefined;
}

function monthFrom(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  const place = MONTHS.findIndex(
    (month) => name === month || name === month.slice(0, 3) || (name === 'sept' && month === 'september'),
  );
  return place < 0 ? undefined : place + 1;
}
