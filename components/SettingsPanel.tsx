import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { changeSettings, readSettings } from '../lib/platform/settings.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { THEMES, type Theme } from '../lib/state/preferences.ts';
import { Dialog } from './Dialog.tsx';

const THEME_NAMES: Record<Theme, TextKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

/** The few things to choose. */
export function SettingsPanel({ popup, close }: { popup: Popup; close(): void }) {
  const { preferences, triage, list } = popup;
  const { theme, letters } = preferences.values.value;
  const counters = popup.summary.counters.value;
  return (
    <Dialog title={t('settings')} close={close}>
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
        <button
          type="button"
          onClick={() => {
            close();
            void triage.clearExamples();
          }}
        >
          {t('clearExamples')}
        </button>
        <p class="hint">{t('clearExamplesHint')}</p>
      </div>
      {counters && (
        <p class="hint">
          <button
            type="button"
            class="text-button"
            onClick={() => {
              close();
              list.setFilter(() => ({ status: 'all', starred: false }));
            }}
          >
            {t('libraryHolds', String(counters.papers - counters.removed), String(counters.digests))}
          </button>
        </p>
      )}
    </Dialog>
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
