import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../scripts/say.ts';
import { peersFolder } from './places.ts';

// The last version that runs on Node 20. It is no dependency: it bundles badly and nothing but this measures it.
const VERSION = '0.7.21';
const MINUTE_MS = 60_000;

/** Where citation-js lies; fetched from npm at the first need. Undefined, and said, when it cannot be had. */
export function bringCitationJs(): string | undefined {
  const folder = join(peersFolder, `citation-js-${VERSION}`);
  const there = join(folder, 'node_modules', '@citation-js', 'plugin-bibtex', 'package.json');
  if (existsSync(there)) return folder;
  say(`npm install citation-js ${VERSION} into ${folder}`);
  mkdirSync(folder, { recursive: true });
  const packages = [`@citation-js/core@${VERSION}`, `@citation-js/plugin-bibtex@${VERSION}`];
  const args = ['install', '--no-audit', '--no-fund', '--prefix', folder, ...packages];
  const { status } = spawnSync('npm', args, {
    stdio: 'ignore',
    timeout: 2 * MINUTE_MS,
    shell: process.platform === 'win32',
  });
  if (status === 0 && existsSync(there)) return folder;
  say('citation-js could not be fetched: it is left out.');
  return undefined;
}
