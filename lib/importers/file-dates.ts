import { isDay } from '../domain/digest.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FIRST_MS = Date.UTC(1990, 0);
const LAST_MS = Date.UTC(2100, 0);

/** A day of publication from its parts, as exact as they are: `2024`, `2024-01`, `2024-01-23`; undefined without a year. */
export function publishedFrom(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const y = /^\s*\{?(\d{4})(?!\d)/.exec(String(year ?? ''))?.[1];
  if (y === undefined || Number(y) < 1000) return undefined;
  const m = monthFrom(String(month ?? ''));
  if (m === undefined) return y;
  const d = Number(/^\s*(\d{1,2})(?!\d)/.exec(String(day ?? ''))?.[1] ?? 0);
  const two = (part: number) => String(part).padStart(2, '0');
  return isDay(m, d, Number(y)) ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}

/** A day of publication in one text: `2024-01-23`, `2024/1`, `23 Jan 2024`, `Jan 2024`, `2024`. */
export function publishedIn(text: string | undefined): string | undefined {
  const plain = (text ?? '').slice(0, 100).trim();
  const parts = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?!\d)/.exec(plain);
  if (parts) return publishedFrom(parts[1], parts[2], parts[3]);
  const worded =
    /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})(?!\d)/i.exec(plain) ??
    /(?<!\d)()()()(\d{4})(?!\d)/.exec(plain);
  return worded ? publishedFrom(worded[4], worded[2], worded[1] || worded[3]) : undefined;
}

/** A month as a number from 1, from `1`, `01`, `jan`, `January` or `12 jan`. */
export function monthFrom(text: string): number | undefined {
  const digits = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits) >= 1 && Number(digits) <= 12 ? Number(digits) : undefined;
  const name = /[a-z]{3}/i.exec(text)?.[0]?.toLowerCase();
  const place = name === undefined ? -1 : MONTHS.indexOf(name);
  return place < 0 ? undefined : place + 1;
}

/**
 * An ISO instant from what files write: an ISO time, `2022-11-06 04:33:50+00:00`, a day, or a number of seconds or
 * milliseconds since 1970. Undefined for anything else, and for times before 1990 or after 2100, which are mistakes.
 */
export function instantIn(value: unknown): string | undefined {
  const ms = typeof value === 'number' ? fromNumber(value) : fromText(typeof value === 'string' ? value : '');
  return Number.isFinite(ms) && ms >= FIRST_MS && ms < LAST_MS ? new Date(ms).toISOString() : undefined;
}

function fromNumber(value: number): number {
  // Milliseconds have twelve digits or more since 1973.
  return Math.abs(value) >= 1e11 ? value : value * 1000;
}

function fromText(text: string): number {
  const plain = text.slice(0, 60).trim();
  if (/^\d{9,14}$/.test(plain)) return fromNumber(Number(plain));
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    plain,
  );
  if (!iso) return Number.NaN;
  const zone = (iso[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return Date.parse(iso[2] ? `${iso[1]}T${iso[2].replace(/(\.\d{3})\d+$/, '$1')}${zone}` : `${iso[1]}T00:00:00Z`);
}
