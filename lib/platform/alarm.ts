import { browser } from 'wxt/browser';

/** Has the browser wake the worker at a moment, in milliseconds since 1970, and at no other; never, without one. */
export async function setAlarm(name: string, whenMs: number | undefined): Promise<void> {
  const known = await browser.alarms.get(name);
  if (known?.scheduledTime === whenMs) return;
  if (whenMs === undefined) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: whenMs });
}

/** Calls `woken` when the moment has come. */
export function onAlarm(name: string, woken: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) woken();
  });
}
