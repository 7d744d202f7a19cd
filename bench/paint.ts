import type { Page } from '@playwright/test';
import { extensionAddress, POPUP_SIZE } from '../scripts/browser.ts';
import type { Rig } from './rig.ts';

declare global {
  /** When the frame with the awaited element had been painted, in ms since the navigation began. */
  var benchPainted: number | undefined;
}

/**
 * Opens a page of the extension in a new tab of the popup's size.
 * @param awaited a selector of what must be on the screen
 * @returns ms from the beginning of the navigation until the frame that first shows it is painted
 */
export async function paintedAfter(rig: Rig, file: string, awaited: string): Promise<number> {
  const page = await rig.gleaner.context.newPage();
  await page.setViewportSize(POPUP_SIZE);
  await page.addInitScript(watchFor, awaited);
  await page.goto(extensionAddress(rig.gleaner, file));
  const painted = await paintedTime(page);
  await page.close();
  return painted;
}

async function paintedTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => globalThis.benchPainted);
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before anything of its own: looks at every frame, and notes the end of the one that has it. */
function watchFor(awaited: string): void {
  const look = () => {
    if (!document.querySelector(awaited)) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      globalThis.benchPainted = performance.now();
    };
    // A message from within a frame is delivered after that frame is painted.
    port2.postMessage(undefined);
    return 0;
  };
  requestAnimationFrame(look);
}
