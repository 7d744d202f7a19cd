import { type StdioOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';
import { Stop } from './say.ts';

/** The packages whose commands we run, by command. */
const PACKAGES = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  vitest: 'vitest',
  playwright: '@playwright/test',
  wxt: 'wxt',
  'addons-linter': 'addons-linter',
} as const;
export type Tool = keyof typeof PACKAGES;

/**
 * Runs a tool of ours on this Node. Its file is started directly rather than through `node_modules/.bin`, whose
 * entries are shell scripts on Windows and stumble over a path with spaces.
 * @param output where its standard output goes; `stderr` keeps ours clean for a command that prints data
 * @returns its exit code; 1 when a signal ended it
 */
export function runTool(tool: Tool, args: readonly string[], output: 'stdout' | 'stderr' = 'stdout'): number {
  return runNode([toolFile(tool), ...args], output);
}

/** Runs this Node with `args` in the project's folder; see `runTool`. */
export function runNode(args: readonly string[], output: 'stdout' | 'stderr' = 'stdout'): number {
  const stdio: StdioOptions = ['inherit', output === 'stdout' ? 'inherit' : process.stderr.fd, 'inherit'];
  const result = spawnSync(process.execPath, args, { cwd: root, stdio });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** The JavaScript file behind a tool's command. */
export function toolFile(tool: Tool): string {
  const folder = join(root, 'node_modules', PACKAGES[tool]);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = binOf(manifest, tool);
  if (!file) throw new Stop(`The package ${PACKAGES[tool]} has no command ${tool}: run npm ci.`);
  return join(folder, file);
}

function binOf(manifest: unknown, tool: Tool): string | undefined {
  if (typeof manifest !== 'object' || manifest === null || !('bin' in manifest)) return undefined;
  const { bin } = manifest;
  if (typeof bin === 'string') return bin;
  if (typeof bin !== 'object' || bin === null) return undefined;
  const file: unknown = Reflect.get(bin, tool);
  return typeof file === 'string' ? file : undefined;
}
