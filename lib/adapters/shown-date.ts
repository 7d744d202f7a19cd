import { isDay } from '../domain/digest.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORD = '([A-Za-z]{3,9})\\.?';

// Forms in which the sites write a date, each with the places of year, month and day in the match.
const FORMS: readonly [form: RegExp, year: number, month: number, day: number][] = [
  [/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/, 1, 2, 3], // 2018/10/11, 2025-06-12 09:10:32 UTC
  [/^(\d{4})[-/](\d{1,2})$/, 1, 2, 0],
  [new RegExp(`^(?:[A-Za-z]{3,9},? )?(\\d{1,2}) ${WORD},? (\\d{4})(?!\\d)`), 3, 2, 1], // Friday, 14 August 2026
  [new RegExp(`^${WORD} (\\d{1,2}),? (\\d{4})(?!\\d)`), 3, 1, 2], // Jun 14, 2026
  [new RegExp(`^(\\d{4}) ${WORD} (\\d{1,2})(?!\\d)`), 1, 2, 3], // 2010 Jul 15
  [new RegExp(`^(\\d{4}) ${WORD}`), 1, 2, 0],
  [new RegExp(`^${WORD},? (\\d{4})(?!\\d)`), 2, 1, 0], // September 2020
  [/^(\d{4})(?!\d)/, 1, 0, 0],
];

/** The number of a month by its English name, whole or short, or by its digits, from 1; undefined when it is none. */
export function monthFrom(name: string | undefined): number | undefined {
  const number = Number(name);
  if (number >= 1 && number <= 12) return number;
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/**
 * Reads the date with which a text begins, as far as the text says it.
 * @returns `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; undefined when there is no year from 1900 on, or no such day
 */
export function dateIn(text: string | undefined): string | undefined {
  const trimmed = (text ?? '').slice(0, 80).replace(/\s+/g, ' ').trim();
  for (const [form, yearAt, monthAt, dayAt] of FORMS) {
    const match = form.exec(trimmed);
    if (!match) continue;
    const year = Number(match[yearAt]);
    const month = monthAt ? monthFrom(match[monthAt]) : undefined;
    if (year < 1900 || year > 2200 || (monthAt && !month)) continue;
    if (!month) return String(year);
    const two = (n: number) => String(n).padStart(2, '0');
    const day = dayAt ? Number(match[dayAt]) : undefined;
    if (day === undefined) return `${year}-${two(month)}`;
    if (isDay(month, day, year)) return `${year}-${two(month)}-${two(day)}`;
  }
  return undefined;
}
