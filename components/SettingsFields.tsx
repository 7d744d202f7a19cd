import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { openLibrary } from '../lib/platform/pages.ts';
import { changeSettings, readSettings } from '../lib/platform/settings.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { THEMES, type Theme } from '../lib/state/preferences.ts';

const THEME_NAMES: Record<Theme, TextKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

/** The few things to choose; the same in the popup and in the full tab. */
export function SettingsFields({ popup }: { popup: Popup }) {
  const { preferences, openPanel } = popup;
  const { theme, letters } = preferences.values.value;
  return (
    <>
      <fieldset class="choices">
        <legend>{t('theme')}</legend>
        {THEMES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="theme"
              checked={theme === choice}
              onChange={() => preferences.set({ theme: choice })}
            />
            {t(THEME_NAMES[choice])}
          </label>
        ))}
      </fieldset>
      <BadgeChoice />
      <label class="choice">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => preferences.set({ letters: event.currentTarget.checked })}
        />
        {t('settingLetters')}
      </label>
      <div class="setting">
        <button type="button" onClick={() => void openLibrary('sites')}>
          {t('siteSettings')}
        </button>
        <p class="hint">{t('siteSettingsHint')}</p>
      </div>
      <div class="setting">
        <button type="button" aria-haspopup="dialog" onClick={() => openPanel('clear-examples')}>
          {t('clearExamples')}
        </button>
        <p class="hint">{t('clearExamplesHint')}</p>
      </div>
    </>
  );
}

function BadgeChoice() {
  const shows = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    void readSettings().then(({ badge }) => {
      shows.value = badge;
    });
  }, [shows]);
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={shows.value ?? true}
        disabled={shows.value === undefined}
        onChange={(event) => {
          shows.value = event.currentTarget.checked;
          void changeSettings({ badge: event.currentTarget.checked });
        }}
      />
      {t('settingBadge')}
    </label>
  );
}
