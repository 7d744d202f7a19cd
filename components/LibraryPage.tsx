import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { BackupDesk } from '../lib/state/backup-desk.ts';
import { PLACES, type Place, placeIn } from '../lib/state/place.ts';
import type { Popup } from '../lib/state/popup.ts';
import { App, ToastPlace } from './App.tsx';
import { Overlays } from './asides.ts';
import { DetailPane } from './DetailPane.tsx';
import { BackupPlace, HistoryPlace, SettingsPlace, SitesPlace, StoragePlace, WeeklyPlace } from './places.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface Props {
  popup: Popup;
  desk: BackupDesk;
  retry(): void;
  saveCopy?: (() => void) | undefined;
}

const PLACE_NAMES: Record<Place, TextKey> = {
  papers: 'placePapers',
  weekly: 'weekly',
  sites: 'sitePlace',
  backup: 'placeBackup',
  storage: 'placeStorage',
  history: 'placeHistory',
  settings: 'settings',
};

/** The full tab: a quiet navigation, and one place at a time. The address names the place, so a reload keeps it. */
export function LibraryPage(props: Props) {
  const place = usePlace(props.popup);
  return (
    <div class="library">
      <nav class="places" aria-label={t('places')}>
        <p class="places-name">{t('extensionShortName')}</p>
        <ul>
          {PLACES.map((name) => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === place ? 'page' : undefined}>
                {t(PLACE_NAMES[name])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {place === 'papers' ? <App {...props} Pane={DetailPane} /> : <OtherPlace {...props} place={place} />}
    </div>
  );
}

function OtherPlace({ place, ...props }: Props & { place: Exclude<Place, 'papers'> }) {
  const { popup } = props;
  const world = popup.library();
  useUndoKeys(popup);
  return (
    <div class="app">
      <main class="place">
        <div class="place-scroll">
          <div class="place-body">
            <h1>{t(PLACE_NAMES[place])}</h1>
            {place === 'weekly' && <WeeklyPlace popup={popup} />}
            {place === 'sites' && <SitesPlace popup={popup} />}
            {place === 'backup' && <BackupPlace {...props} world={world} />}
            {place === 'storage' && <StoragePlace {...props} world={world} />}
            {place === 'history' && <HistoryPlace {...props} world={world} />}
            {place === 'settings' && <SettingsPlace {...props} />}
          </div>
        </div>
        <ToastPlace popup={popup} />
      </main>
      <Overlays popup={popup} takesFiles={place !== 'backup'} />
    </div>
  );
}

/** The place that the address names now; the window's title follows. */
function usePlace(popup: Popup): Place {
  const place = useSignal(placeIn(location.hash));
  useEffect(() => {
    const follow = () => {
      if (place.peek() === 'papers') popup.keepTop();
      place.value = placeIn(location.hash);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [place, popup]);
  const name = t(PLACE_NAMES[place.value]);
  useEffect(() => {
    document.title = t('pageTitle', name, t('extensionShortName'));
  }, [name]);
  return place.value;
}
