import { browser } from 'wxt/browser';
import { t } from './text.ts';

/** A paper that the address bar offers. */
export interface Suggestion {
  /** What choosing it opens. */
  address: string;
  title: string;
  /** Said quietly behind the title. */
  note: string;
}

export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

interface Deeds {
  suggest(typed: string): Promise<readonly Suggestion[]>;
  /** @param text the address of a suggestion, or what was typed */
  enter(text: string, where: Disposition): void;
  failed(error: unknown): void;
}

/** Answers what is typed behind Gleaner's keyword in the address bar. */
export function onOmnibox({ suggest, enter, failed }: Deeds): void {
  browser.omnibox.setDefaultSuggestion({ description: written(t('menuSearchFor')) });
  browser.omnibox.onInputChanged.addListener((typed, show) => {
    suggest(typed).then((found) => show(found.map(asShown)), failed);
  });
  browser.omnibox.onInputEntered.addListener((text, where) => enter(text, where));
}

function asShown({ address, title, note }: Suggestion) {
  const said = import.meta.env.FIREFOX ? ` · ${note}` : ` <dim>· ${written(note)}</dim>`;
  return { content: address, description: `${written(title)}${said}` };
}

/** Chromium reads a description as XML and refuses all of them when one is not; Firefox shows it as it is. */
function written(text: string): string {
  return import.meta.env.FIREFOX ? text : xmlText(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// XML knows no control characters and no noncharacters, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text as XML holds it. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWRITABLE, ' ')
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
}

/** Opens an address where the user wants it. */
export async function openAt(address: string, where: Disposition): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url: address });
  else await browser.tabs.create({ url: address, active: where === 'newForegroundTab' });
}
