import { beforeEach, describe, expect, test } from 'vitest';
import '../../tests/browser.ts';

import { speak, texts } from '../../tests/browser.ts';
import { writeDay, writeInstant, writeMonth, writeNumber } from './dates.ts';
import { plural, t } from './text.ts';

beforeEach(() => speak('en'));

describe('A text that depends on a number', () => {
  test.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [181, '181 papers'],
    [12345, '12,345 papers'],
  ])('%i', (count, text) => {
    expect(plural('papers', count)).toBe(text);
  });

  test('takes the general form where the language has a form that is not written down', () => {
    speak('ar');
    expect(plural('papers', 3)).toMatch(/papers$/);
  });

  test('fills its other places', () => {
    expect(plural('exportShown', 2, 'Unread')).toBe('2 papers: Unread');
  });
});

test('what is filled in stays as it is, dollars and all', () => {
  expect(t('noHit', '$1 & <b>')).toBe('No paper matches “$1 & <b>”.');
});

describe('Every message', () => {
  const keys = Object.keys(texts);

  test.each(keys.filter((key) => key.endsWith('_one')))('%s has its general form', (key) => {
    expect(keys).toContain(key.replace(/_one$/, '_other'));
  });

  test('that has places to fill says what they stand for', () => {
    const mute = keys.filter((key) => /\$\d/.test(texts[key]?.message ?? '') && !texts[key]?.description);
    expect(mute).toEqual([]);
  });

  test('is within what stores and manifests allow', () => {
    expect(t('extensionDescription').length).toBeLessThanOrEqual(132);
    expect(t('extensionName').length).toBeLessThanOrEqual(75);
  });
});

describe('A date', () => {
  test.each([
    [{ month: 3, day: 11 }, 'Mar 11'],
    [{ year: 2025, month: 3, day: 11 }, 'Mar 11, 2025'],
    [{ month: 2, day: 29 }, 'Feb 29'],
  ])('%o is written %s', (day, text) => {
    expect(writeDay(day)).toBe(text);
  });

  test('of an instant names the year only when it is another', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(writeInstant('2026-11-20T12:00:00Z', now)).toBe('Nov 20');
    expect(writeInstant('2025-11-20T12:00:00Z', now)).toBe('Nov 20, 2025');
    expect(writeInstant('no date', now)).toBe('');
  });

  test('is in the language of the browser', () => {
    speak('de');
    expect([writeDay({ month: 3, day: 11 }), writeMonth(2026, 5)]).toEqual(['11. März', 'Mai 2026']);
  });
});

test.each([
  [999, true, '999'],
  [1_234, true, '1.2K'],
  [1_234, false, '1,234'],
  [8_786, 'shortest', '9K'],
  [986, 'shortest', '986'],
] as const)('%i in short form %s is %s', (value, short, text) => {
  expect(writeNumber(value, short)).toBe(text);
});
