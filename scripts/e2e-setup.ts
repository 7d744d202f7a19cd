import { rmSync } from 'node:fs';
import { launchGleaner } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { installedProfile } from './project.ts';
import { waitForPreload } from './stored.ts';

/**
 * Playwright runs this once before the tests: what they drive is never older than the sources, and installed once. A
 * test takes a copy of the profile; each installing Gleaner and its examples again was the most that they did.
 */
export default async function setUp(): Promise<void> {
  ensureBuilt();
  rmSync(installedProfile, { recursive: true, force: true });
  const gleaner = await launchGleaner({ profile: installedProfile });
  await waitForPreload(gleaner);
  await gleaner.close();
}
