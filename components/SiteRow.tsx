import type { SiteId } from '../lib/domain/digest.ts';
import type { SiteState } from '../lib/domain/site-state.ts';
import type { SiteHealth } from '../lib/library/health.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { SiteStanding, Sites } from '../lib/state/sites.ts';
import { SiteHealthLine } from './SiteHealthLine.tsx';
import { SiteMarks } from './SiteMarks.tsx';

const STATE_NAMES: Record<SiteState, TextKey> = {
  on: 'siteOn',
  off: 'siteOff',
  paused: 'sitePaused',
  offered: 'siteOff',
};

interface Props {
  popup: Popup;
  sites: Sites;
  standing: SiteStanding;
  health: ReadonlyMap<SiteId, SiteHealth> | undefined;
}

/** One site: its switch, how it stands, and how reading it went. */
export function SiteRow({ popup, sites, standing, health }: Props) {
  const { site, state } = standing;
  const isWanted = state === 'on' || state === 'paused';
  // The click itself asks the browser, so nothing may come before it.
  const change = () => void (isWanted ? sites.turnOff(standing) : sites.turnOn(standing));
  return (
    <li data-site={site.id} data-state={state}>
      <div class="site-head">
        <h3>{site.label}</h3>
        <span class="site-state">{t(STATE_NAMES[state])}</span>
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={isWanted}
          aria-label={site.label}
          onClick={change}
        />
      </div>
      {state === 'paused' && (
        <p class="site-paused">
          {t('sitePausedWhy')}{' '}
          <button type="button" class="text-button" onClick={() => void sites.turnOn(standing)}>
            {t('siteGiveAccess')}
          </button>
        </p>
      )}
      <p class="hint" role="status">
        {sites.refused.value?.id === site.id && t('siteRefused', site.label)}
      </p>
      {health && (isWanted || health.has(site.id)) && (
        <SiteHealthLine popup={popup} site={site.id} health={health.get(site.id)} />
      )}
      {state === 'on' && <SiteMarks site={site.id} />}
    </li>
  );
}
