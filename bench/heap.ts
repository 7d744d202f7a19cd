import type { CDPSession, Page } from '@playwright/test';

/** Looks at the heap of one page. */
export interface HeapWatch {
  /** Bytes that are in use once all garbage is gone, with those of buffers. */
  live(): Promise<number>;
  /** The most that `live` gives while `work` goes on. */
  peakDuring(work: Promise<unknown>): Promise<number>;
}

const PAUSE_MS = 200;

export async function watchHeap(page: Page): Promise<HeapWatch> {
  const session = await page.context().newCDPSession(page);
  const live = () => liveBytes(session);
  return {
    live,
    async peakDuring(work) {
      let [peak, isOver] = [0, false];
      const over = work.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        peak = Math.max(peak, await live());
        await Promise.race([over, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))]);
      }
      await over;
      return peak;
    },
  };
}

async function liveBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
