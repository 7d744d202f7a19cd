import { beforeEach, expect, test, vi } from 'vitest';
import '../../tests/browser.ts';

import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeText, showUnread } from './badge.ts';
import { changeSettings, readSettings, watchSettings } from './settings.ts';

beforeEach(() => fakeBrowser.storage.resetState());

test.each([
  [0, true, ''],
  [1, true, '1'],
  [99, true, '99'],
  [100, true, '99+'],
  [12, false, ''],
])('the badge for %i unread, switched on: %s, reads "%s"', (count, enabled, text) => {
  expect(badgeText(count, enabled)).toBe(text);
});

test('a badge that is switched off is taken off the button', async () => {
  const setText = vi.fn(async () => undefined);
  Object.assign(browser.action, {
    setBadgeText: setText,
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setTitle: async () => undefined,
  });
  await showUnread(7, false);
  expect(setText).toHaveBeenCalledWith({ text: '' });
});

test.each([
  ['nothing', undefined],
  ['another shape', { badge: 'yes' }],
  ['a text', 'badge'],
])('settings stored as %s are the defaults', async (_, stored) => {
  await browser.storage.local.set({ settings: stored });
  expect(await readSettings()).toEqual({ badge: true });
});

test('a changed setting is read back and told to who watches', async () => {
  const heard: boolean[] = [];
  const stop = watchSettings(({ badge }) => heard.push(badge));
  await changeSettings({ badge: false });
  stop();
  await changeSettings({ badge: true });
  expect([await readSettings(), heard]).toEqual([{ badge: true }, [false]]);
});
