import { siteLabel } from '../domain/sites.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { listNotices, readCounters } from '../library/summary.ts';
import { showUnread } from '../platform/badge.ts';
import { readSettings } from '../platform/settings.ts';

/** Shows on the toolbar button how many papers are unread, or that a site seems to have changed. */
export async function showBadge(db: GleanerDatabase): Promise<void> {
  const [counters, settings, notices] = await Promise.all([readCounters(db), readSettings(), listNotices(db)]);
  const changed = notices.filter(({ code }) => code === 'site-changed').map(({ site }) => siteLabel(site));
  await showUnread(counters.unread, settings.badge, changed);
}
