import { type Digest, type DigestDate, type DigestRef, dateText, type SiteId } from '../lib/domain/digest.ts';
import type { Seen, ShelfFilter } from '../lib/domain/listed-paper.ts';
import type { Status } from '../lib/domain/shelf.ts';
import { siteLabel, WEB } from '../lib/domain/sites.ts';
import { writeDay, writeInstant, writeList, writeMonth, writeNumber } from '../lib/platform/dates.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';

/** Ways by which papers come that are no site with a name of its own. */
const SITE_NAMES: ReadonlyMap<SiteId, TextKey> = new Map([
  ['text-file', 'siteTextFile'],
  ['web', 'siteWeb'],
  ['link', 'siteLink'],
  ['import-file', 'importSite'],
]);

const STATUS_NAMES: Record<ShelfFilter['status'], TextKey> = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
  skipped: 'statusSkipped',
  all: 'statusAll',
};

/** A site's name; a site this version does not know goes by its id. */
export function siteName(site: SiteId): string {
  const key = SITE_NAMES.get(site);
  return key ? t(key) : siteLabel(site);
}

export function statusName(status: Status | 'all'): string {
  return t(STATUS_NAMES[status]);
}

/** A digest in a few words, such as "Daily Papers, Nov 21". */
export function digestName(digest: DigestRef, nowMs: number): string {
  if (digest.kind === 'search') return t('digestSearch', digest.query ?? '');
  if (digest.kind === 'trending') return t('digestTrending');
  if (digest.kind === 'paper') return t('digestPaper', hostOfPage(digest) ?? siteName(digest.site));
  const date = digest.date && writeDate(digest.date, nowMs);
  const name = digest.site === 'huggingface' ? t('digestDaily') : siteName(digest.site);
  return date ? t('digestDated', name, date) : (digest.title ?? name);
}

/** Pages of no site go by their host. */
function hostOfPage({ site, url }: DigestRef): string | undefined {
  return site === WEB ? URL.parse(url ?? '')?.host.replace(/^www\./, '') : undefined;
}

/** A digest's date, without the year where it is this one or not known. */
export function writeDate(date: DigestDate, nowMs: number): string {
  if (date.unit === 'month') return writeMonth(date.year, date.month);
  if (date.unit === 'week') return t('digestWeek', writeNumber(date.week), String(date.year));
  const { year, ...day } = date;
  const thisYear = new Date(nowMs).getFullYear();
  return writeDay(year === undefined || year === thisYear ? day : { year, ...day });
}

/** When a digest is of: its own date, or the day on which it was first seen. */
export function digestDay(digest: Digest, nowMs: number): string {
  return digest.date ? writeDate(digest.date, nowMs) : writeInstant(digest.firstSeenAt, nowMs);
}

function sortKey(digest: Digest): string {
  return digest.date ? dateText(digest.date) : digest.firstSeenAt;
}

const DATES_SHOWN = 2;

/** Where and when a paper was seen: "4 digests · Mar 11, Mar 12, …", or the one digest's date. */
export function seenWhen(seen: readonly Seen[], nowMs: number): string[] {
  const byDate = [...seen].sort((a, b) => (sortKey(a.digest) < sortKey(b.digest) ? -1 : 1));
  const days = [...new Set(byDate.map(({ digest }) => digestDay(digest, nowMs)))];
  if (seen.length <= 1) return days;
  const shown = days.length > DATES_SHOWN ? [...days.slice(0, DATES_SHOWN), '…'] : days;
  return [plural('digests', seen.length), writeList(shown)];
}
