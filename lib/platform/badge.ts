import { browser } from 'wxt/browser';
import { writeList } from './dates.ts';
import { plural, t } from './text.ts';

// A quiet grey that stands on light and dark toolbars; white on it has a contrast of 5.7.
const GROUND = '#5f6b7a';
// White on it has a contrast of 5.6.
const ALARM = '#b3430d';
const WIDEST = 99;

/**
 * Shows the number of unread papers on the toolbar button: nothing for none, "99+" beyond what fits.
 * @param enabled whether the user wants a badge; the button's tooltip says the number either way
 * @param changed names of sites that seem to have changed: they go before any number, until the user has let them go
 */
export async function showUnread(count: number, enabled: boolean, changed: readonly string[] = []): Promise<void> {
  const isAlarm = changed.length > 0;
  await browser.action.setBadgeBackgroundColor({ color: isAlarm ? ALARM : GROUND });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text: isAlarm ? '!' : badgeText(count, enabled) });
  const unread = count > 0 ? plural('toolbarTitle', count) : t('extensionShortName');
  await browser.action.setTitle({ title: isAlarm ? t('siteChangedTitle', writeList(changed)) : unread });
}

/**
 * Says in a sign on the toolbar button whether something was done, over one tab, so that neither a change of the number
 * nor another tab has a say in it.
 */
export async function showDone(isDone: boolean, tabId: number): Promise<void> {
  await browser.action.setBadgeText({ text: isDone ? '✓' : '–', tabId });
}

/** Takes the sign away: the tab shows what all others do. */
export async function endDone(tabId: number): Promise<void> {
  try {
    // Null, which the types do not know, and not an empty text, which would be shown.
    await Reflect.apply(browser.action.setBadgeText, browser.action, [{ text: null, tabId }]);
  } catch (error) {
    // The tab has been closed meanwhile, and its sign with it.
    if (!(error instanceof Error)) throw error;
  }
}

/** The text of the badge. */
export function badgeText(count: number, enabled: boolean): string {
  if (!enabled || count <= 0) return '';
  return count > WIDEST ? `${WIDEST}+` : String(count);
}
