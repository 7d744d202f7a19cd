import type { Page } from '@playwright/test';
import type { GleanerBrowser } from './browser.ts';
import { SAMPLE_ADDRESS, sampleDigest } from './sample-digest.ts';
import { waitForCapture } from './stored.ts';
import { serve } from './traffic.ts';

/** The look of the sample page: plain cards with a picture at the top, light or dark as the browser asks. */
const LOOKS = `<style>
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
  body { margin: 0; background: light-dark(#fff, #0b0f19); color: light-dark(#111827, #e5e7eb); }
  main { max-width: 1160px; margin: auto; padding: 16px 24px; }
  main > div > :last-child, .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; }
  article { padding: 0 14px 14px; border: 1px solid light-dark(#e5e7eb, #1f2937); border-radius: 12px; overflow: hidden; }
  article > .h-56 { display: block; height: 110px; margin: 0 -14px 10px; background: linear-gradient(120deg, light-dark(#dbeafe, #172554), light-dark(#fce7f3, #3b0764)); }
  article:nth-child(3n) > .h-56 { background: linear-gradient(120deg, light-dark(#dcfce7, #052e16), light-dark(#e0f2fe, #082f49)); }
  h3 { margin: 6px 0; font-size: 16px; }
  a { color: inherit; text-decoration: none; }
  ul { padding: 0; margin: 6px 0 0; list-style: none; font-size: 13px; opacity: .7; }
  img, input, svg { display: none; }
  .text-xs { font-size: 12px; opacity: .7; }
  [role=checkbox] { display: inline-block; padding: 1px 10px; margin-block-start: 6px; border: 1px solid light-dark(#e5e7eb, #374151); border-radius: 8px; font-size: 13px; }
  a[href$="#community"], header { display: none; }
</style>`;
const SIZE = { width: 1240, height: 720 };
const MOST_TABS = 200;

/** What a person says of the first papers: one is starred, one read, one skipped. */
const SAID = ['s', 'r', 'x'];

/**
 * Opens the sample digest and says something of its first papers with the keys of the marks.
 * @returns the page, with its marks drawn
 */
export async function openMarkedPage(gleaner: GleanerBrowser): Promise<Page> {
  const html = (await sampleDigest()).replace('</head>', `${LOOKS}</head>`);
  await serve(gleaner.context, { [SAMPLE_ADDRESS]: html });
  const page = await gleaner.context.newPage();
  await page.setViewportSize(SIZE);
  await page.goto(SAMPLE_ADDRESS);
  await waitForCapture(gleaner);
  await page.locator('gleaner-marks').waitFor({ state: 'attached' });
  await page.waitForTimeout(1_000);
  await goToMarks(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (const key of SAID) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
    await page.keyboard.press('ArrowDown');
  }
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  await page.waitForTimeout(600);
  return page;
}

/** The bar of the marks, one stop after the page. */
export async function goToMarks(page: Page): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if (await page.evaluate(() => document.activeElement?.localName === 'gleaner-marks')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The marks are not reached by the keyboard.');
}

/** A picture of the page as it stands; the marks follow the page's colours in a moment. */
export async function takeMarkedPicture(page: Page, scheme: 'light' | 'dark', path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.waitForTimeout(600);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
