import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Entry } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { type Eye, eyeFor } from './marks-eye.ts';

export const SITE = 'https://huggingface.co';

/** The address of a day in May. */
export const day = (number: number) => `${SITE}/papers/date/2026-05-${number}`;

/** Every card has a picture at its top, as on the site; its corner is free. */
const LOOKS = '<style>article{padding:8px 0}article>.h-56{display:block;height:40px}</style>';

/** The page of that day, with more in its head. */
export const listOf = (number: number, entries: Entry[], more = '') =>
  dayPage(`2026-05-${number}`, entries).replace('</head>', `${LOOKS}${more}</head>`);

/** What no other title of our papers holds. */
export const titled = (number: number) => `harvest number ${number}`;

/** Opens an address in a window that holds a short list whole. */
export async function open(context: BrowserContext, address: string): Promise<{ page: Page; eye: Eye }> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 1_400 });
  await page.goto(address);
  return { page, eye: await eyeFor(page) };
}

/** Waits until the marks in sight say these words. */
export function expectWords(eye: Eye, words: string[]): Promise<void> {
  return expect.poll(() => eye.words().catch(() => [])).toEqual(words);
}
