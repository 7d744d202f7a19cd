import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumBuild, root } from './project.ts';
import { Stop, say } from './say.ts';
import { runTool } from './tools.ts';

/** What the built extension is made of. */
const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'seeds', 'wxt.config.ts', 'package-lock.json'];

/**
 * Builds the Chromium extension; the builder's words go to standard error.
 * @throws {Stop} when it does not build
 */
export function buildForChromium(): void {
  if (runTool('wxt', ['build'], 'stderr') !== 0) throw new Stop('The extension did not build: see the message above.');
}

/** Builds the Chromium extension unless the one that is there is newer than every source. */
export function ensureBuilt(): void {
  if (
    isFresh(
      join(chromiumBuild, 'manifest.json'),
      SOURCES.map((source) => join(root, source)),
    )
  )
    return;
  say('Building the extension.');
  buildForChromium();
}

/**
 * Whether `product` is there and nothing under `sources` was changed after it.
 * Tests are left out: they lie beside the code and change nothing that is built.
 */
export function isFresh(product: string, sources: readonly string[]): boolean {
  if (!existsSync(product)) return false;
  const made = statSync(product).mtimeMs;
  return sources.every((source) => lastChange(source) <= made);
}

function lastChange(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stats.mtimeMs;
  const below = readdirSync(path).map((name) => lastChange(join(path, name)));
  // A folder's own time tells of files that were removed.
  return Math.max(stats.mtimeMs, ...below);
}
