import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POPUP_SIZE } from '../scripts/browser.ts';
import { waitUntilDrawn } from '../scripts/popup-hand.ts';
import { PAGES, productBuild } from './places.ts';
import type { Rig } from './rig.ts';

/** The static copy's address in the extension. */
export const STATIC_PAGE = `${PAGES}/static.html`;

/**
 * Writes the popup as it stands on the screen as a page without scripts: the same elements, the same styles, nothing to
 * load or compute. What the popup takes longer than this is all that Gleaner can be blamed for.
 */
export async function makeStaticPage(rig: Rig): Promise<void> {
  const page = await rig.gleaner.context.newPage();
  await page.setViewportSize(POPUP_SIZE);
  await page.goto(`chrome-extension://${rig.gleaner.extensionId}/popup.html`);
  await waitUntilDrawn(page);
  const { html, rules, sheets } = await page.evaluate(copyScreen);
  await page.close();
  const styles = sheets.map((path) => readFileSync(join(productBuild, path), 'utf8'));
  writeFileSync(join(productBuild, PAGES, 'static.css'), [...styles, ...rules].join('\n'));
  writeFileSync(join(productBuild, STATIC_PAGE), html);
}

/** Runs in the popup. The page's policy refuses styles in attributes, so they become rules. */
function copyScreen(): { html: string; rules: string[]; sheets: string[] } {
  const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].map(
    (link) => new URL(link.getAttribute('href') ?? '', location.href).pathname,
  );
  const copy = document.documentElement;
  const rules = [...copy.querySelectorAll<HTMLElement>('[style]')].map((element, at) => {
    const css = element.style.cssText;
    element.removeAttribute('style');
    element.dataset.static = String(at);
    return `[data-static="${at}"] { ${css} }`;
  });
  for (const element of copy.querySelectorAll('script, link')) element.remove();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'static.css';
  document.head.append(link);
  return { html: `<!doctype html>${copy.outerHTML}`, rules, sheets };
}
