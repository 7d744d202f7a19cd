import { Star } from 'lucide-preact';
import { STATUSES } from '../lib/domain/shelf.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { statusName } from './naming.ts';

/** From so many papers on their numbers need more room than a popup has. */
const MANY = 10_000;

/** The shelves by status with how many papers stand on each, and the star beside them. */
export function StatusTabs({ popup }: { popup: Popup }) {
  const { filter, counts, setFilter } = popup.list;
  const { status: chosen, starred } = filter.value;
  const isTight = (counts.value?.all ?? 0) >= MANY;
  return (
    <div class="tabs">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form that is sent */}
      <div class={`tab-group${isTight ? ' is-tight' : ''}`} role="group" aria-label={t('statusGroup')}>
        {[...STATUSES, 'all' as const].map((status) => (
          <button
            key={status}
            type="button"
            class="tab"
            aria-pressed={status === chosen}
            onClick={() => setFilter({ status })}
          >
            {statusName(status)}
            <span class="count" title={counts.value && writeNumber(counts.value[status])}>
              {counts.value && writeNumber(counts.value[status], isTight ? 'shortest' : true)}
            </span>
          </button>
        ))}
      </div>
      <button
        type="button"
        class="icon-button star"
        aria-pressed={starred}
        aria-label={t('onlyStarred')}
        title={t('onlyStarred')}
        onClick={() => setFilter({ starred: !starred })}
      >
        <Star size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
