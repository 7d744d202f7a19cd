import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { bringChromium } from '../scripts/install-chromium.ts';
import { root } from '../scripts/project.ts';
import type { Line } from './line.ts';

/** What `bench/results.json` holds. */
export interface Results {
  /** ISO instant of the end of the run. */
  at: string;
  /** The commit that was measured, with `+` where the tree held more than it. */
  commit: string;
  machine: { cpu: string; cores: number; memoryGB: number; system: string };
  versions: Readonly<Record<string, string>>;
  sizes: readonly number[];
  seconds: number;
  lines: readonly Line[];
}

/** The figures of a run with all that one needs to know to compare them. */
export async function resultsOf(lines: readonly Line[], sizes: readonly number[], seconds: number): Promise<Results> {
  const all = cpus();
  return {
    at: new Date().toISOString(),
    commit: commit(),
    machine: {
      cpu: all[0]?.model ?? '',
      cores: all.length,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
    },
    versions: {
      gleaner: manifest.version,
      node: process.version,
      chromium: await chromiumVersion(),
      ...enginesBeside(),
    },
    sizes,
    seconds: Math.round(seconds),
    lines,
  };
}

/** The results that were written by the last whole run; undefined when there was none. */
export function readResults(path: string): Results | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function commit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? '+' : '');
}

async function chromiumVersion(): Promise<string> {
  const said = spawnSync(await bringChromium(), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return /[\d.]{5,}/.exec(said)?.[0] ?? '';
}

function enginesBeside(): Record<string, string> {
  const names = ['minisearch', 'flexsearch', '@orama/orama', 'dexie'];
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return version;
}
