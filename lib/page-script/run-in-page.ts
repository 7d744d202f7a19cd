import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { SiteAdapter } from '../adapters/adapter.ts';
import { type FirstLook, firstLook } from './first-look.ts';
import { startReading } from './start-reading.ts';

/**
 * The whole of a content script: reads the page of its tab for as long as its site is on.
 * @param adapter the one of the only site on whose pages this script runs
 * @returns what a first look finds, for "Read this page"; nothing in a private window
 */
export async function runInPage(ctx: ContentScriptContext, adapter: SiteAdapter): Promise<FirstLook | undefined> {
  startReading(ctx, () => adapter);
  return browser.extension.inIncognitoContext ? undefined : firstLook(adapter);
}
