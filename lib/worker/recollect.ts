import type { DigestDate } from '../domain/digest.ts';
import type { Asker, Recollection, Remembered } from '../domain/recalled.ts';
import { SITES, siteLabel } from '../domain/sites.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { recall } from '../library/recall.ts';
import { readAcknowledged } from '../platform/acknowledged.ts';
import { writeDay, writeInstant, writeMonth, writeNumber } from '../platform/dates.ts';
import { plural, t } from '../platform/text.ts';

/**
 * What is known of the papers of a digest, as a page that shows it is told: in the user's own language, so that no
 * content script has to know of dates and sites.
 * @param nowMs milliseconds since 1970
 */
export async function recollect(
  db: GleanerDatabase,
  digestKey: string,
  asker: Asker,
  nowMs: number,
): Promise<Recollection> {
  const [remembered, acknowledgedAt] = await Promise.all([recall(db, digestKey, asker), readAcknowledged(digestKey)]);
  const papers = remembered.map(({ firstSeen, ...paper }) => {
    const where = t('digestDated', listName(firstSeen), whenOf(firstSeen.date, paper.firstSeenAt, nowMs));
    return { ...paper, note: plural('marksNote', paper.digests, where) };
  });
  return { papers, ...(acknowledgedAt !== undefined && { acknowledgedAt }) };
}

/** The name of a list without its date, such as "Daily Papers". */
function listName({ site, kind }: Remembered['firstSeen']): string {
  if (site === 'text-file') return t('siteTextFile');
  if (site !== SITES.huggingface.id || kind === 'search' || kind === 'paper') return siteLabel(site);
  return kind === 'trending' ? t('digestTrending') : t('digestDaily');
}

/** The date that the list bears, or the day on which it was seen; the year only where it is not this one. */
function whenOf(date: DigestDate | undefined, seenAt: string, nowMs: number): string {
  if (!date) return writeInstant(seenAt, nowMs);
  if (date.unit === 'month') return writeMonth(date.year, date.month);
  if (date.unit === 'week') return t('digestWeek', writeNumber(date.week), String(date.year));
  const { year, ...day } = date;
  return writeDay(year === undefined || year === new Date(nowMs).getFullYear() ? day : { year, ...day });
}
