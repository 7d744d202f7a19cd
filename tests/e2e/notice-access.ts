import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GleanerBrowser, launchGleaner } from '../../scripts/browser.ts';
import { chromiumBuild } from '../../scripts/project.ts';
import { waitForPreload } from '../../scripts/stored.ts';
import { test as base, expect } from './harness.ts';

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
}

interface Fixtures {
  /**
   * A browser in which the user has allowed notifications once, so that it asks no more. Nobody could answer in a headless
   * one: so a copy of the extension is installed that has the permission from the start, and then, in the same profile and
   * place, becomes the one that was built, which has to ask for it.
   */
  allowed: { gleaner: GleanerBrowser; restart(): Promise<GleanerBrowser> };
}

/** The extension as it was built, and a profile in which the user has allowed it notifications once. */
interface Permitted {
  build: string;
  installed: string;
}

export const test = base.extend<Fixtures, { permitted: Permitted }>({
  permitted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'gleaner-'));
      const [build, installed] = [join(home, 'extension'), join(home, 'profile')];
      cpSync(chromiumBuild, build, { recursive: true });
      const path = join(build, 'manifest.json');
      const asBuilt = readFileSync(path, 'utf8');
      const { optional_permissions: optional = [], ...rest }: Manifest = JSON.parse(asBuilt);
      writeFileSync(path, JSON.stringify({ ...rest, permissions: [...rest.permissions, ...optional] }));
      const first = await launchGleaner({ profile: installed, build });
      await waitForPreload(first);
      await close(first);
      writeFileSync(path, asBuilt);
      await use({ build, installed });
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  allowed: async ({ permitted: { build, installed } }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'gleaner-'));
    cpSync(installed, profile, { recursive: true });
    let gleaner = await launchGleaner({ profile, build });
    const restart = async () => {
      await close(gleaner);
      gleaner = await launchGleaner({ profile, build });
      return gleaner;
    };
    await use({ gleaner, restart });
    await close(gleaner);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

async function close(gleaner: GleanerBrowser): Promise<void> {
  const { asked } = await gleaner.close();
  expect(asked, 'the worker or a page of the extension asked the network for something').toEqual([]);
}

export { expect };
