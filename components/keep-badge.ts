import { effect, signal } from '@preact/signals';
import { siteLabel } from '../lib/domain/sites.ts';
import { showUnread } from '../lib/platform/badge.ts';
import { readSettings, type Settings, watchSettings } from '../lib/platform/settings.ts';
import type { Popup } from '../lib/state/popup.ts';

/**
 * What the user decides here changes the number of unread papers; the worker may be asleep, so the badge follows here.
 * @returns stops it
 */
export function keepBadge(popup: Popup): () => void {
  const settings = signal<Settings | undefined>(undefined);
  void readSettings().then((now) => {
    settings.value = now;
  });
  const unwatch = watchSettings((now) => {
    settings.value = now;
  });
  const stop = effect(() => {
    const unread = popup.summary.counters.value?.unread;
    const changed = popup.summary.notices.value.filter(({ code }) => code === 'site-changed');
    if (unread === undefined || !settings.value) return;
    void showUnread(
      unread,
      settings.value.badge,
      changed.map(({ site }) => siteLabel(site)),
    );
  });
  return () => {
    unwatch();
    stop();
  };
}
