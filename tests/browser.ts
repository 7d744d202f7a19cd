/**
 * A browser for unit tests, in memory and with the English texts. Import it before anything that imports `wxt/browser`,
 * which looks for the browser once, when it is loaded.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../public/_locales/en/messages.json' with { type: 'json' };

/** Every English message by its key. */
export const texts: Readonly<Record<string, { message: string; description?: string }>> = english;

Object.assign(globalThis, { chrome: fakeBrowser });
speak('en');

/** Sets the language of the browser's interface. The texts stay English, as in a browser whose language Gleaner lacks. */
export function speak(language: string): void {
  Object.assign(fakeBrowser.i18n, { getMessage: fill, getUILanguage: () => language });
}

/** Fills a message as browsers do: `$1` to `$9`; an unknown key gives an empty text. */
function fill(key: string, values: string[] = []): string {
  return (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
}
