import type { ShelfFilter } from '../lib/domain/listed-paper.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { isNarrowed } from '../lib/state/view.ts';
import { statusName } from './naming.ts';
import { TodayLink } from './TodayLink.tsx';

const TEACHING: Record<ShelfFilter['status'], TextKey> = {
  unread: 'emptyUnread',
  reading: 'emptyReading',
  read: 'emptyRead',
  skipped: 'emptySkipped',
  all: 'emptyAll',
};

/** What an empty list says: why it is empty, and one thing to do about it. */
export function EmptyState({ popup }: { popup: Popup }) {
  const { list } = popup;
  const filter = list.filter.value;
  const query = list.query.value.trim();
  if (query !== '') return <NoHit popup={popup} query={query} />;
  if (isNarrowed(filter)) {
    return (
      <div class="empty">
        <p>{t('emptyFiltered')}</p>
        <button type="button" onClick={() => list.setFilter(({ status }) => ({ status, starred: false }))}>
          {t('filtersClear')}
        </button>
      </div>
    );
  }
  const library = popup.summary.counters.value?.papers ?? 0;
  return (
    <div class="empty">
      <p>{t(library === 0 ? 'emptyAll' : TEACHING[filter.status])}</p>
      {filter.status === 'unread' || library === 0 ? (
        <TodayLink />
      ) : (
        <button type="button" onClick={() => list.setFilter({ status: 'unread' })}>
          {t('showUnread')}
        </button>
      )}
    </div>
  );
}

function NoHit({ popup: { list }, query }: { popup: Popup; query: string }) {
  const { status } = list.filter.value;
  const elsewhere = status === 'all' ? 0 : (list.counts.value?.all ?? 0);
  return (
    <div class="empty">
      <p>{status === 'all' ? t('noHit', query) : t('noHitIn', query, statusName(status))}</p>
      {elsewhere > 0 ? (
        <button type="button" onClick={() => list.setFilter({ status: 'all' })}>
          {plural('hitsElsewhere', elsewhere)}
        </button>
      ) : (
        <p class="hint">{t('noHitHint')}</p>
      )}
    </div>
  );
}
