import { browser } from 'wxt/browser';
import { plural, t } from './text.ts';

// A quiet grey that stands on light and dark toolbars; white on it has a contrast of 5.7.
const GROUND = '#5f6b7a';
const WIDEST = 99;

/**
 * Shows the number of unread papers on the toolbar button: nothing for none, "99+" beyond what fits.
 * @param enabled whether the user wants a badge; the button's tooltip says the number either way
 */
export async function showUnread(count: number, enabled: boolean): Promise<void> {
  const text = badgeText(count, enabled);
  await browser.action.setBadgeBackgroundColor({ color: GROUND });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: count > 0 ? plural('toolbarTitle', count) : t('extensionShortName') });
}

/** The text of the badge. */
export function badgeText(count: number, enabled: boolean): string {
  if (!enabled || count <= 0) return '';
  return count > WIDEST ? `${WIDEST}+` : String(count);
}
