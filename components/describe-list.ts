import { writeInstant } from '../lib/platform/dates.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { AddedWithin, View, ViewFilter } from '../lib/state/view.ts';
import { digestName, siteName, statusName } from './naming.ts';

export const ADDED_NAMES: Record<AddedWithin, TextKey> = {
  today: 'addedToday',
  week: 'addedWeek',
  month: 'addedMonth',
};

export const SORT_NAMES: Record<View['sort'], TextKey> = {
  newest: 'sortNewest',
  oldest: 'sortOldest',
  upvotes: 'sortUpvotes',
  published: 'sortPublished',
};

/** A span of time that the user did not choose among those with a name: a week, or what came with one capture. */
export function addedName(
  { since, until }: Exclude<ViewFilter['added'], AddedWithin | undefined>,
  nowMs: number,
): string {
  if (until === undefined) return t('addedByCapture');
  const last = new Date(Date.parse(until) - 1).toISOString();
  return t('addedInWeek', writeInstant(since, nowMs), writeInstant(last, nowMs));
}

/** What the list holds, in a few words: "Unread, starred, Daily Papers, Nov 21". */
export function describeList(popup: Popup): string {
  const { status, starred, site, digestKey, added } = popup.list.filter.value;
  const query = popup.list.query.value.trim();
  const digest = popup.summary.digests.value?.find(({ key }) => key === digestKey);
  const parts = [
    statusName(status),
    starred ? t('starred') : '',
    site ? siteName(site) : '',
    digest ? digestName(digest, popup.world.nowMs()) : '',
    typeof added === 'string' ? t(ADDED_NAMES[added]) : added?.until ? addedName(added, popup.world.nowMs()) : '',
    query ? t('digestSearch', query) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
