import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { SiteAdapter } from '../adapters/adapter.ts';
import { browserWorld } from '../capture/browser-world.ts';
import { newShelter } from '../capture/shelter.ts';
import { watch } from '../capture/watch.ts';
import { type Marks, newMarks } from '../marks/marks.ts';
import { ask, askAgain } from '../messages/ask.ts';
import { watchNews } from '../platform/library-news.ts';
import { changeMarkSettings, readMarkSettings, watchMarkSettings } from '../platform/marks-memory.ts';
import { clearTrouble, raiseTrouble } from '../platform/troubles.ts';
import { readUndelivered, removeUndelivered, writeUndelivered } from '../platform/undelivered.ts';
import { markTexts } from './mark-texts.ts';
import { whileOn } from './while-on.ts';

/**
 * What every content script of ours does: watches the page of its tab, hands over what it reads, and draws what the
 * library knows of it. Ends with the script's own context.
 * @param adapterFor the adapter that reads pages of a host
 */
export function startReading(ctx: ContentScriptContext, adapterFor: (host: string) => SiteAdapter | undefined): void {
  if (browser.extension.inIncognitoContext) return;
  const shelter = newShelter({
    host: location.host,
    store: { read: readUndelivered, write: writeUndelivered, remove: removeUndelivered },
    tell: tellWaiting,
  });
  const world = browserWorld(window, {
    send: (capture, doubt) => ask('capture', capture, doubt),
    sendAgain: (kept) => askAgain('capture', kept),
    shelter,
  });
  const begin = () => {
    const marks = startMarks();
    return both(watch(world, adapterFor, marks), marks.stop);
  };
  ctx.onInvalidated(whileOn(adapterFor(location.hostname)?.id, begin));
}

function startMarks(): Marks {
  return newMarks({
    window,
    nowMs: () => Date.now(),
    isAlive: () => browser.runtime?.id !== undefined,
    recall: (digestKey) => ask('recall', { digestKey }),
    say: (saying) => ask('say', saying),
    acknowledge: (digestKey) => ask('acknowledge', { digestKey }),
    texts: markTexts,
    memory: { read: readMarkSettings, change: changeMarkSettings, watch: watchMarkSettings },
    onNews: watchNews,
  });
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}

async function tellWaiting(count: number, site?: string): Promise<void> {
  const at = new Date().toISOString();
  if (count === 0) await clearTrouble('capture-waiting');
  else await raiseTrouble('capture-waiting', { at, count, ...(site && { site }) });
}
