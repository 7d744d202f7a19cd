import type { Page } from '@playwright/test';
import { quantile } from './sample.ts';

/** How long a click at any moment has to wait for the page, in ms. */
export interface Lateness {
  p95: number;
  longest: number;
}

/** Asks the page every few milliseconds while `work` goes on, and says how late it was in answering. */
export async function latenessDuring(page: Page, work: Promise<unknown>): Promise<Lateness> {
  await page.evaluate(startAsking);
  await work;
  const waits = await page.evaluate(stopAsking);
  return {
    p95: quantile(
      [...waits].sort((a, b) => a - b),
      0.95,
    ),
    longest: Math.max(0, ...waits),
  };
}

declare global {
  /** Stops the asking and gives every wait, in ms. */
  var benchStopAsking: (() => number[]) | undefined;
}

function startAsking(): void {
  const EVERY_MS = 10;
  const waits: number[] = [];
  let due = performance.now() + EVERY_MS;
  // A stretch that blocks the page for a second is a hundred clicks that wait, the last of them for no time at all.
  const timer = setInterval(() => {
    const now = performance.now();
    for (; due <= now; due += EVERY_MS) waits.push(now - due);
  }, EVERY_MS);
  globalThis.benchStopAsking = () => {
    clearInterval(timer);
    return waits;
  };
}

function stopAsking(): number[] {
  return globalThis.benchStopAsking?.() ?? [];
}
