import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Found, findChromium } from './find-chromium.ts';
import { Stop, say } from './say.ts';
import { runTool } from './tools.ts';

const ADVICE =
  'install one with "npx playwright install --with-deps chromium" or "sudo apt-get install chromium", or set CHROMIUM_PATH to it';

/**
 * The path of a Chromium to drive; installs one when the machine has none, and says so.
 * @throws {Stop} with what to do when there is none and none could be installed
 */
export function bringChromium(): string {
  const found = findChromium();
  if (found.kind === 'chromium') return found.path;
  say(
    found.kind === 'branded-only'
      ? `There is only ${found.path} here, which no longer loads an extension from the command line: installing Chromium.`
      : 'There is no Chromium here: installing one.',
  );
  for (const install of waysToInstall()) {
    const path = install() ? pathOf(findChromium()) : undefined;
    if (path && runs(path)) return path;
  }
  throw new Stop(`There is no Chromium that runs here and none could be installed: ${ADVICE}.`);
}

/** Debian's own package first where it can be had: it brings the libraries with it, and a download may not. */
function waysToInstall(): (() => boolean)[] {
  const debian = isRoot() && isDebian();
  return debian ? [installFromDebian, downloadWithPlaywright] : [downloadWithPlaywright];
}

function installFromDebian(): boolean {
  say('apt-get install chromium (about 110 MB)');
  const options: SpawnSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'], // a line for each of 150 packages would hide everything else
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ];
  return steps.every((args) => spawnSync('apt-get', args, options).status === 0);
}

function downloadWithPlaywright(): boolean {
  say('playwright install chromium (about 170 MB)');
  const install = (...options: string[]) =>
    runTool('playwright', ['install', '--no-shell', ...options, 'chromium'], 'stderr') === 0;
  // The system's libraries come with it where nobody has to be asked for a password.
  const mayBringLibraries = isRoot() || Boolean(process.env.CI);
  return (mayBringLibraries && install('--with-deps')) || install();
}

function pathOf(found: Found): string | undefined {
  return found.kind === 'chromium' ? found.path : undefined;
}

/** A downloaded browser may lack libraries of the system, which shows only when it is started. */
function runs(path: string): boolean {
  if (process.platform === 'win32') return true; // there, --version opens a window
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Whether this process is the system's administrator, under whom Chromium's sandbox does not work. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

// Ubuntu's package is a redirection to a snap, which cannot read a profile in /tmp nor be installed in a container.
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
