import { X } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import type { SiteId } from '../lib/domain/digest.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { ADDED_WITHIN, SORTS, type ViewFilter } from '../lib/state/view.ts';
import { ADDED_NAMES, addedName, SORT_NAMES } from './describe-list.ts';
import { IconButton } from './IconButton.tsx';
import { digestName, siteName } from './naming.ts';

/** The filters that combine with the status: source, digest, and since when the paper is here. */
export function FilterBar({ popup }: { popup: Popup }) {
  const { filter, setFilter } = popup.list;
  const { site, digestKey, added } = filter.value;
  const counts = popup.list.sites.value;
  const sites = new Set([...(counts?.keys() ?? []), ...(site === undefined ? [] : [site])]);
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
        {[...sites].map((known) => (
          <option key={known} value={known}>
            {t('siteCount', siteName(known), writeNumber(counts?.get(known) ?? 0))}
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
        {useDigests(popup, site)}
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
        {typeof added === 'object' && <option value="since">{addedName(added, popup.world.nowMs())}</option>}
      </select>
      <Order popup={popup} />
      <IconButton label={t('filtersClear')} onClick={() => setFilter(({ status }) => ({ status, starred: false }))}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** The digests of a source, or of all. There may be thousands, so they are written once and not for every change. */
function useDigests({ summary, world }: Popup, site: SiteId | undefined) {
  const digests = summary.digests.value;
  return useMemo(() => {
    const offered = (digests ?? []).filter((digest) => site === undefined || digest.site === site);
    return offered.map((digest) => (
      <option key={digest.key} value={digest.key}>
        {digestName(digest, world.nowMs())}
      </option>
    ));
  }, [digests, site, world]);
}

/** In which order the list stands; what a search found stands best first. */
function Order({ popup: { list } }: { popup: Popup }) {
  const isSearch = list.query.value.trim() !== '';
  return (
    <select
      aria-label={t('sortBy')}
      disabled={isSearch}
      value={isSearch ? '' : list.sort.value}
      onChange={(event) => {
        const chosen = SORTS.find((sort) => sort === event.currentTarget.value);
        if (chosen) list.setSort(chosen);
      }}
    >
      {isSearch && <option value="">{t('sortBest')}</option>}
      {SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {t(SORT_NAMES[sort])}
        </option>
      ))}
    </select>
  );
}

/** Another source lets go of the digest, which belongs to the source before. */
function chosenSite({ site: _, digestKey: __, ...rest }: ViewFilter, chosen: string): ViewFilter {
  return chosen ? { ...rest, site: chosen } : rest;
}
