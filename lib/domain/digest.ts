/** The site or way by which a digest came: an adapter's id, or `text-file`. */
export type SiteId = string;

export type DigestKind = 'day' | 'week' | 'month' | 'trending' | 'search' | 'paper' | 'listing';

/** The date that a digest bears. A day without a year stays without one: nothing is invented. */
export type DigestDate =
  | { unit: 'day'; year?: number; month: number; day: number }
  | { unit: 'week'; year: number; week: number }
  | { unit: 'month'; year: number; month: number };

/** One list of papers on one page for one date or query, as recognised. */
export interface DigestRef {
  /** Made from content, so that the same list has the same key in every tab and at every visit. */
  key: string;
  site: SiteId;
  kind: DigestKind;
  date?: DigestDate;
  /** What was searched for, for `search`. */
  query?: string;
  /** A name of its own, where date and kind do not say enough: a text file's name, a paper's title. */
  title?: string;
  url?: string;
}

export interface Digest extends DigestRef {
  /** ISO instants. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** Papers sighted in it. */
  size: number;
}

/** One paper seen in one digest. */
export interface Sighting {
  digestKey: string;
  /** The key of the description by which the digest named the paper (`identity.ts`): it says which paper this is. */
  as: string;
  /** Place in the list when it was last seen; the most upvotes and comments that it was seen with. */
  rank: number;
  upvotes?: number;
  comments?: number;
  /** ISO instants: first and last time that it was seen there. */
  seenAt: string;
  lastSeenAt: string;
}

/** A date such as `2026-05-12` as a digest date; undefined when there is no such day. */
export function dayFrom(iso: string): DigestDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(month, day, year) ? { unit: 'day', year, month, day } : undefined;
}

/** Whether a month has this day; 29 February passes when the year is not known. */
export function isDay(month: number, day: number, year = 2000): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A digest date in one canonical text: `2026-05-12`, `--03-11`, `2026-W20`, `2026-05`. */
export function dateText(date: DigestDate): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (date.unit === 'week') return `${date.year}-W${two(date.week)}`;
  if (date.unit === 'month') return `${date.year}-${two(date.month)}`;
  return `${date.year ?? '-'}-${two(date.month)}-${two(date.day)}`;
}
