import type { Page } from '@playwright/test';

/**
 * The milliseconds that the page's thread has worked so far. Other programs on the same machine make the clock on the
 * wall run on, and say nothing about the reading.
 */
export async function workClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
    if (seconds === undefined) throw new Error('This browser does not say how long a thread has worked.');
    return seconds * 1_000;
  };
}

/** The value below which this part of the rounds lies. */
export function quantile<Name extends string>(
  rounds: readonly Record<Name, number>[],
  name: Name,
  part: number,
): number {
  const sorted = rounds.map((round) => round[name]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
