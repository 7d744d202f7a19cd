import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';
import { numberFormat, pluralRules } from './formats.ts';

/** Every key of the English texts; other languages have the same. */
export type TextKey = keyof typeof messages;

type PluralStem<Key> = Key extends `${infer Stem}_other` ? Stem : never;
/** Texts that depend on a number: `papers` stands for `papers_one`, `papers_other` and what other languages need. */
export type PluralKey = PluralStem<TextKey>;

type GetMessage = (key: string, substitutions?: string[]) => string;

// The generated type of `getMessage` knows the keys of one build only; plural forms of other languages come in here.
const getMessage: GetMessage = (key, substitutions) =>
  Reflect.apply(browser.i18n.getMessage, browser.i18n, [key, substitutions]);

/** A text in the user's language, its `$1`, `$2`… filled in. */
export function t(key: TextKey, ...substitutions: string[]): string {
  return getMessage(key, substitutions);
}

/**
 * A text that depends on a number, in the form the language has for it.
 * @param substitutions fill `$2`…; `$1` is the number, written as the language writes it
 */
export function plural(key: PluralKey, count: number, ...substitutions: string[]): string {
  const language = uiLanguage();
  const form = pluralRules(language).select(count);
  const filled = [numberFormat(language).format(count), ...substitutions];
  return getMessage(`${key}_${form}`, filled) || getMessage(`${key}_other`, filled);
}

/** The language of the browser's own interface, for `Intl`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
