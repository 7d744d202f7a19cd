import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SiteId } from '../lib/domain/digest.ts';
import { type Access, WEB } from '../lib/domain/sites.ts';
import type { SiteHealth } from '../lib/library/health.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { followHealth } from '../lib/state/site-health.ts';
import { SitesModel } from '../lib/state/sites.ts';
import { SiteHealthLine } from './SiteHealthLine.tsx';
import { SiteRow } from './SiteRow.tsx';
import { siteDesk } from './site-desk.ts';
import { useOwnModel } from './use-own-model.ts';

/** Every site that Gleaner can read: whether it does, and how that went. */
export function SitesPlace({ popup }: { popup: Popup }) {
  const sites = useOwnModel(() => new SitesModel(siteDesk));
  const health = useHealth(popup);
  const all = sites.all.value;
  if (!all) return null;
  const rowsWith = (access: Access) =>
    all
      .filter(({ site }) => site.access === access)
      .map((standing) => (
        <SiteRow key={standing.site.id} popup={popup} sites={sites} standing={standing} health={health} />
      ));
  return (
    <>
      <section>
        <h2>{t('siteInstalled')}</h2>
        <ul class="sites">{rowsWith('install')}</ul>
      </section>
      <section>
        <h2>{t('siteOptional')}</h2>
        <p class="hint">{t('siteOptionalHint')}</p>
        <ul class="sites">{rowsWith('ask')}</ul>
      </section>
      <section>
        <h2>{t('siteWeb')}</h2>
        <p class="hint">{t('siteWebHint')}</p>
        {health?.has(WEB) && <SiteHealthLine popup={popup} site={WEB} health={health.get(WEB)} />}
      </section>
    </>
  );
}

/** How reading each site went; undefined until known. */
function useHealth(popup: Popup): ReadonlyMap<SiteId, SiteHealth> | undefined {
  const health = useSignal<ReadonlyMap<SiteId, SiteHealth> | undefined>(undefined);
  useEffect(() => {
    const tell = (next: ReadonlyMap<SiteId, SiteHealth>) => {
      health.value = next;
    };
    return followHealth(popup.library(), tell, (error) => {
      console.warn('Gleaner: how sites were read could not be looked up', error);
    });
  }, [popup, health]);
  return health.value;
}
