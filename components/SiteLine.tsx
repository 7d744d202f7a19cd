import { useSignal } from '@preact/signals';
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Site, siteOfHost } from '../lib/domain/sites.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { frontTab } from '../lib/platform/read-tab.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { type SiteStanding, type Sites, SitesModel } from '../lib/state/sites.ts';
import { IconButton } from './IconButton.tsx';
import { type PageReading, pageReading } from './page-reading.ts';
import { siteDesk } from './site-desk.ts';
import { useOwnModel } from './use-own-model.ts';

/** One quiet line about the page in front of the user: what reading it brought, or that its site could be read. */
export function SiteLine({ popup }: { popup: Popup }) {
  const sites = useOwnModel(() => new SitesModel(siteDesk));
  const site = useFrontSite();
  const turnedOn = useSignal(false);
  const reading = pageReading.value;
  const standing = sites.all.value?.find((one) => one.site.id === site?.id);
  const dismiss = () => {
    pageReading.value = undefined;
  };
  let said: ComponentChildren = null;
  if (reading) {
    said = (
      <>
        <p>{readingWords(reading, popup)}</p>
        <IconButton label={t('dismiss')} onClick={dismiss}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </>
    );
  } else if (standing && turnedOn.value) said = <p>{t('siteNowOn', standing.site.label)}</p>;
  else if (standing && isOffered(standing)) said = <Offer sites={sites} standing={standing} turnedOn={turnedOn} />;
  return (
    <div role="status" class={said ? 'site-line' : ''}>
      {said}
    </div>
  );
}

function isOffered({ state, choice }: SiteStanding): boolean {
  return !choice.hushed && (state === 'offered' || state === 'paused');
}

interface OfferProps {
  sites: Sites;
  standing: SiteStanding;
  turnedOn: { value: boolean };
}

function Offer({ sites, standing, turnedOn }: OfferProps) {
  const { site, state } = standing;
  const isRefused = sites.refused.value?.id === site.id;
  const question: TextKey = state === 'paused' ? 'sitePausedLine' : 'siteOffer';
  // The click itself asks the browser, so nothing may come before it. The popup may be closed by the question.
  const turnOn = () =>
    void sites.turnOn(standing).then((isOn) => {
      turnedOn.value = isOn;
    });
  return (
    <>
      <p>{t(isRefused ? 'siteRefused' : question, site.label)}</p>
      <button type="button" class="text-button" onClick={turnOn}>
        {t(state === 'paused' ? 'siteGiveAccess' : 'siteTurnOn')}
      </button>
      <button type="button" class="text-button is-quiet" onClick={() => void sites.hush(standing)}>
        {t('siteNotNow')}
      </button>
    </>
  );
}

const NOT_READ: Record<Exclude<PageReading['at'], 'found'>, TextKey> = {
  busy: 'readPageBusy',
  nothing: 'readPageNone',
  'closed-page': 'readPageClosed',
  'private-window': 'readPagePrivate',
};

/** What was found counts once the library has it. */
function readingWords(reading: PageReading, { summary }: Popup): string {
  if (reading.at !== 'found') return t(NOT_READ[reading.at]);
  const receipt = summary.latest.value?.receipt;
  if (receipt?.digestKey !== reading.digestKey || receipt.seenAt < reading.since) return t('readPageBusy');
  return plural('readPageDone', receipt.papers, writeNumber(receipt.new));
}

/** The site of the page in front of the user, where its address may be known. */
function useFrontSite(): Site | undefined {
  const site = useSignal<Site | undefined>(undefined);
  useEffect(() => {
    void frontTab().then((tab) => {
      const host = tab && !tab.incognito ? URL.parse(tab.url ?? '')?.hostname : undefined;
      site.value = host === undefined ? undefined : siteOfHost(host);
    });
  }, [site]);
  return site.value;
}
