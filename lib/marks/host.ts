import { make } from './make.ts';
import { STYLE } from './style.ts';
import type { MarksWindow } from './world.ts';

const NAME = 'gleaner-marks';

/**
 * Puts a host for the overlay beside the body, where neither the page's own code nor its frameworks look, with a closed
 * shadow root. What an older script left there goes.
 */
export function newHost({ document, CSSStyleSheet }: MarksWindow): { host: HTMLElement; root: ShadowRoot } {
  for (const old of document.querySelectorAll(NAME)) old.remove();
  const host = document.createElement(NAME);
  const root = host.attachShadow({ mode: 'closed' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch (error) {
    // Firefox refuses adopted style sheets to content scripts (https://bugzilla.mozilla.org/show_bug.cgi?id=1770592).
    if (!(error instanceof Error)) throw error;
    root.append(make(document, 'style', {}, [STYLE]));
  }
  document.documentElement.append(host);
  return { host, root };
}
