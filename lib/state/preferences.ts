import { createModel, type ReadonlySignal, signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface PreferenceValues {
  theme: Theme;
  /** Whether single letters are commands. */
  letters: boolean;
  /** Whether the greeting was read and closed. */
  greeted: boolean;
}

/** How this person likes the popup; nothing of it is about papers. */
export interface Preferences {
  values: ReadonlySignal<PreferenceValues>;
  set(change: Partial<PreferenceValues>): void;
}

export const PreferencesModel = createModel(
  (opening: PreferenceValues, keep: (values: PreferenceValues) => void): Preferences => {
    const values = signal(opening);
    return {
      values,
      set: (change) => {
        values.value = { ...values.peek(), ...change };
        keep(values.peek());
      },
    };
  },
);

/** Reads stored preferences; what is missing or of another shape takes its default. */
export function readPreferences(stored: unknown): PreferenceValues {
  const property = (name: string): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
  return {
    theme: THEMES.find((theme) => theme === property('theme')) ?? 'system',
    letters: property('letters') !== false,
    greeted: property('greeted') === true,
  };
}
