import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

/** A content script that runs on every page of some hosts. */
export interface WantedScript {
  id: string;
  file: ScriptPublicPath;
  /** Match patterns. */
  patterns: readonly string[];
}

/**
 * Has the browser run these content scripts on every page that is opened from now on, and no others. An update of Gleaner
 * makes a browser forget them, and a start of it does not.
 */
export async function registerScripts(wanted: readonly WantedScript[]): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts();
  const isInLine = ({ id, patterns }: WantedScript) =>
    known.some((script) => script.id === id && isSame(script.matches ?? [], patterns));
  const missing = wanted.filter((script) => !isInLine(script));
  const needless = known
    .map(({ id }) => id)
    .filter((id) => !wanted.some((script) => script.id === id && isInLine(script)));
  if (needless.length > 0) await browser.scripting.unregisterContentScripts({ ids: needless });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(asRegistered));
}

function asRegistered({ id, file, patterns }: WantedScript) {
  const runAt = 'document_idle' as const;
  return { id, js: [file.slice(1)], matches: [...patterns], runAt, persistAcrossSessions: true };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((pattern) => b.includes(pattern));
}
