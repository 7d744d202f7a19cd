import type { Page } from '@playwright/test';
import { nextDue } from '../../lib/domain/week.ts';
import type { GleanerBrowser } from '../../scripts/browser.ts';
import { openLibraryTab, textOf } from '../../scripts/popup-hand.ts';
import { waitForCapture, waitForPreload } from '../../scripts/stored.ts';
import { serve } from '../../scripts/traffic.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { test as harness } from './harness.ts';
import { expect, test } from './notice-access.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const PAPERS = 6;
const SAID = textOf('weeklyNoticeText_other').replace('$1', String(PAPERS));

const inWorker = <Value>({ worker }: GleanerBrowser, code: string): Promise<Value> => worker.evaluate(code);
const shown = (gleaner: GleanerBrowser) => inWorker<object>(gleaner, 'chrome.notifications.getAll()');
const isPermitted = (gleaner: GleanerBrowser) =>
  inWorker<boolean>(gleaner, "chrome.permissions.contains({ permissions: ['notifications'] })");
const stored = (gleaner: GleanerBrowser, name: string) =>
  inWorker(gleaner, `chrome.storage.local.get('weekly:${name}').then((all) => all['weekly:${name}'])`);
const alarmAt = (gleaner: GleanerBrowser) =>
  inWorker<number | undefined>(gleaner, "chrome.alarms.get('weekly').then((alarm) => alarm?.scheduledTime)");
const longAgo = () => new Date(Date.now() - 20 * 86_400_000).toISOString();

const theSwitch = (library: Page) => library.getByRole('switch', { name: textOf('weeklyNotice') });

async function visitDay(gleaner: GleanerBrowser): Promise<void> {
  const before = await waitForPreload(gleaner);
  await serve(gleaner.context, { [DAY]: dayPage('2026-05-12', sampleEntries(PAPERS)) });
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  await waitForCapture(gleaner, { before });
}

async function turnOn(gleaner: GleanerBrowser): Promise<Page> {
  const library = await openLibraryTab(gleaner, 'weekly');
  await theSwitch(library).click();
  await expect(theSwitch(library)).toBeChecked();
  return library;
}

/** As if the day's notification had last been shown twenty days ago. */
async function forgetTold(gleaner: GleanerBrowser): Promise<void> {
  const choice = JSON.stringify({ weekday: 1, since: longAgo() });
  // Only once this is looked at and found done is it made undone, which nothing looks at until the alarm.
  await inWorker(gleaner, `chrome.storage.local.set({ 'weekly:told': '${new Date().toISOString()}' })`);
  await inWorker(gleaner, `chrome.storage.local.set({ 'weekly:choice': ${choice} })`);
  await expect.poll(() => alarmAt(gleaner)).toBe(nextDue(Date.now(), 1));
  await inWorker(gleaner, `chrome.storage.local.set({ 'weekly:told': '${longAgo()}' })`);
}

test('it is set for the day that is chosen, and turning it off gives the permission back', async ({ allowed }) => {
  const { gleaner } = allowed;
  await waitForPreload(gleaner);
  const library = await turnOn(gleaner);
  await expect.poll(() => alarmAt(gleaner)).toBe(nextDue(Date.now(), 1));
  await library.getByRole('combobox', { name: textOf('weeklyNoticeDay') }).selectOption('4');
  await expect.poll(() => alarmAt(gleaner)).toBe(nextDue(Date.now(), 4));
  expect(await isPermitted(gleaner)).toBe(true);
  await theSwitch(library).click();
  await expect(theSwitch(library)).not.toBeChecked();
  await expect.poll(() => alarmAt(gleaner)).toBeUndefined();
  await expect.poll(() => isPermitted(gleaner)).toBe(false);
  expect(await stored(gleaner, 'choice')).toBeUndefined();
});

test('the alarm shows one notification, and its click opens what came by', async ({ allowed }) => {
  const { gleaner } = allowed;
  await visitDay(gleaner);
  await turnOn(gleaner);
  await forgetTold(gleaner);
  expect(await shown(gleaner)).toEqual({});
  await inWorker(gleaner, "chrome.alarms.create('weekly', { when: Date.now() + 100 })");
  await expect.poll(() => shown(gleaner)).toEqual({ weekly: true });
  await expect.poll(() => alarmAt(gleaner)).toBe(nextDue(Date.now(), 1));
  const told = await stored(gleaner, 'told');
  expect(Date.parse(String(told))).toBeGreaterThan(Date.now() - 60_000);
  const opening = gleaner.context.waitForEvent('page');
  // A headless browser draws no notification that could be clicked: its event is told to the worker as the browser does.
  await inWorker(gleaner, "chrome.notifications.onClicked.dispatch('weekly')");
  const library = await opening;
  await expect(library.getByRole('heading', { level: 1, name: textOf('weekly') })).toBeVisible();
  expect(new URL(library.url()).hash).toBe('#weekly');
  await expect.poll(() => shown(gleaner)).toEqual({});
});

test('it says how many papers came by, without a sound, and leaves the examples out', async ({ allowed }) => {
  const { gleaner } = allowed;
  await visitDay(gleaner);
  await turnOn(gleaner);
  await forgetTold(gleaner);
  await inWorker(
    gleaner,
    `(() => {
      const create = chrome.notifications.create;
      chrome.notifications.create = (name, notice) => {
        globalThis.noticed = notice;
        return create(name, notice);
      };
    })()`,
  );
  await inWorker(gleaner, "chrome.alarms.create('weekly', { when: Date.now() + 100 })");
  await expect
    .poll(() => inWorker(gleaner, 'globalThis.noticed'))
    .toMatchObject({ title: textOf('weekly'), message: SAID, silent: true });
});

test('days that were missed while the browser was closed are made up for once', async ({ allowed }) => {
  await visitDay(allowed.gleaner);
  await turnOn(allowed.gleaner);
  await forgetTold(allowed.gleaner);
  const gleaner = await allowed.restart();
  await expect.poll(() => shown(gleaner)).toEqual({ weekly: true });
  await inWorker(gleaner, "chrome.notifications.clear('weekly')");
  const told = await stored(gleaner, 'told');
  const again = await allowed.restart();
  await expect.poll(() => alarmAt(again)).toBe(nextDue(Date.now(), 1));
  expect([await shown(again), await stored(again, 'told')]).toEqual([{}, told]);
});

test('a week in which nothing came by passes in silence', async ({ allowed }) => {
  const { gleaner } = allowed;
  await waitForPreload(gleaner);
  await turnOn(gleaner);
  await forgetTold(gleaner);
  await inWorker(gleaner, "chrome.alarms.create('weekly', { when: Date.now() + 100 })");
  await expect.poll(async () => Date.parse(String(await stored(gleaner, 'told')))).toBeGreaterThan(Date.now() - 60_000);
  expect(await shown(gleaner)).toEqual({});
});

test('a permission that is withdrawn is told of with the way back, and no notification is shown', async ({
  allowed,
}) => {
  const { gleaner } = allowed;
  await visitDay(gleaner);
  const library = await turnOn(gleaner);
  await inWorker(gleaner, "chrome.permissions.remove({ permissions: ['notifications'] })");
  await expect(library.getByText(textOf('weeklyNoticePaused'))).toBeVisible();
  await forgetTold(gleaner);
  await inWorker(gleaner, "chrome.alarms.create('weekly', { when: Date.now() + 100 })");
  await expect.poll(() => alarmAt(gleaner)).toBe(nextDue(Date.now(), 1));
  expect(Date.parse(String(await stored(gleaner, 'told')))).toBeLessThan(Date.now() - 60_000);
  // What this button asks of the browser nobody can answer here, where the permission has gone.
  await expect(library.getByRole('button', { name: textOf('weeklyNoticeAllow') })).toBeEnabled();
  await library.reload();
  await expect(library.getByText(textOf('weeklyNoticePaused'))).toBeVisible();
});

harness.describe('it', () => {
  harness.use({ isFresh: true });

  harness('is off after installation, with no alarm and no permission', async ({ gleaner, waitForPreload }) => {
    await waitForPreload();
    const library = await openLibraryTab(gleaner, 'weekly');
    await expect(theSwitch(library)).not.toBeChecked();
    expect([await alarmAt(gleaner), await isPermitted(gleaner)]).toEqual([undefined, false]);
  });
});
