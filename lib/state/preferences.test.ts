import { expect, test } from 'vitest';
import { PreferencesModel, type PreferenceValues, readPreferences } from './preferences.ts';

const DEFAULTS: PreferenceValues = { theme: 'system', letters: true, greeted: false };

test.each([
  [undefined, DEFAULTS],
  ['dark', DEFAULTS],
  [{ theme: 'pink', letters: 'no', greeted: 1 }, DEFAULTS],
  [
    { theme: 'dark', letters: false, greeted: true },
    { theme: 'dark', letters: false, greeted: true },
  ],
])('stored preferences %o are read as %o', (stored, expected) => {
  expect(readPreferences(stored)).toEqual(expected);
});

test('a change keeps the other preferences and is handed on to be kept', () => {
  const kept: PreferenceValues[] = [];
  const preferences = new PreferencesModel(DEFAULTS, (values) => kept.push(values));
  preferences.set({ theme: 'dark' });
  preferences.set({ greeted: true });
  expect(kept.at(-1)).toEqual({ theme: 'dark', letters: true, greeted: true });
  expect(preferences.values.value).toEqual(kept.at(-1));
});
