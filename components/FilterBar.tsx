import { X } from 'lucide-preact';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { ADDED_WITHIN, type ViewFilter } from '../lib/state/view.ts';
import { ADDED_NAMES } from './describe-list.ts';
import { IconButton } from './IconButton.tsx';
import { digestName, siteName } from './naming.ts';

/** The filters that combine with the status: source, digest, and since when the paper is here. */
export function FilterBar({ popup }: { popup: Popup }) {
  const { filter, setFilter } = popup.list;
  const { site, digestKey, added } = filter.value;
  const digests = popup.summary.digests.value ?? [];
  const sites = [...new Set(digests.map((digest) => digest.site))];
  const offered = digests.filter((digest) => !site || digest.site === site);
  const now = popup.world.nowMs();
  return (
    <div class="filter-bar" id="filters">
      <select
        aria-label={t('filterSource')}
        value={site ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setFilter((before) => chosenSite(before, chosen));
        }}
      >
        <option value="">{t('anySource')}</option>
        {sites.map((known) => (
          <option key={known} value={known}>
            {siteName(known)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filterDigest')}
        value={digestKey ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setFilter(({ digestKey: _, ...rest }) => (chosen ? { ...rest, digestKey: chosen } : rest));
        }}
      >
        <option value="">{t('anyDigest')}</option>
        {offered.map((digest) => (
          <option key={digest.key} value={digest.key}>
            {digestName(digest, now)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filterAdded')}
        value={typeof added === 'object' ? 'since' : (added ?? '')}
        onChange={(event) => {
          const chosen = ADDED_WITHIN.find((span) => span === event.currentTarget.value);
          setFilter(({ added: _, ...rest }) => (chosen ? { ...rest, added: chosen } : rest));
        }}
      >
        <option value="">{t('addedAnyTime')}</option>
        {ADDED_WITHIN.map((span) => (
          <option key={span} value={span}>
            {t(ADDED_NAMES[span])}
          </option>
        ))}
        {typeof added === 'object' && <option value="since">{t('addedByCapture')}</option>}
      </select>
      <IconButton label={t('filtersClear')} onClick={() => setFilter(({ status }) => ({ status, starred: false }))}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Another source lets go of the digest, which belongs to the source before. */
function chosenSite({ site: _, digestKey: __, ...rest }: ViewFilter, chosen: string): ViewFilter {
  return chosen ? { ...rest, site: chosen } : rest;
}
