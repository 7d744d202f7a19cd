import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const PAUSE_MS = 50;

/** Looks at the memory of the processes in which pages run, as the system counts it. */
export interface MemoryWatch {
  /** Bytes that are in use now. */
  used(): number;
  /** The most that `used` gives while `work` goes on. */
  peakDuring(work: Promise<unknown>): Promise<number>;
}

/** @returns undefined where the system does not say, which is anywhere but on Linux */
export async function watchMemory(page: Page): Promise<MemoryWatch | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return undefined;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const used = () => pages.reduce((sum, id) => sum + residentBytes(id), 0);
  return { used, peakDuring: (work) => peakDuring(used, work) };
}

async function peakDuring(used: () => number, work: Promise<unknown>): Promise<number> {
  let [peak, isOver] = [used(), false];
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))]);
    peak = Math.max(peak, used());
  }
  await over;
  return peak;
}

/** Anonymous memory alone: what is read from the program's own files is shared by all pages. */
function residentBytes(id: number): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
  } catch (error) {
    // A process may have ended since it was listed.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}
