import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Download } from '@playwright/test';

const PATIENCE_MS = 5_000;
const LOOK_MS = 20;

/**
 * The path of a file that the browser has saved. On a busy machine the browser may say that it is done a moment before
 * the file bears its name.
 * @throws what the download failed with, or that there is no file some seconds after it was done
 */
export async function savedFile(download: Download): Promise<string> {
  const path = await download.path();
  for (let waited = 0; !existsSync(path); waited += LOOK_MS) {
    if (waited > PATIENCE_MS)
      throw new Error(`${download.suggestedFilename()} was saved, and there is no file ${path}`);
    await wait(LOOK_MS);
  }
  return path;
}
