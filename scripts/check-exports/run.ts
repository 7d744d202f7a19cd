import { spawnSync } from 'node:child_process';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd?: string;
  /** What the program reads from its standard input. */
  input?: string;
  /** Longer than this it may not run; ten minutes unless said otherwise. */
  mostMs?: number;
  /** What is added to the environment. */
  env?: Readonly<Record<string, string>>;
}

const MOST_BYTES = 1_000_000_000;
const MOST_MS = 600_000;

/** Runs a program to its end, with UTF-8 as its encoding and no network needed. A program that is not there gives 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Ran {
  const { cwd, input, mostMs = MOST_MS } = options;
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', ...options.env };
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    maxBuffer: MOST_BYTES,
    timeout: mostMs,
    ...(cwd ? { cwd } : {}),
    ...(input === undefined ? {} : { input }),
  });
  if (result.error) return { code: 127, out: result.stdout ?? '', err: `${command}: ${result.error.message}` };
  return { code: result.status ?? 1, out: result.stdout, err: result.stderr };
}

/** Lines with something in them. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
