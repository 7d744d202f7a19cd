import { run } from './run.ts';

/** Debian's own Python: another one in the path would not have Debian's modules. */
export const PYTHON = '/usr/bin/python3';

const NPM_MS = 45_000;

/**
 * Of what a check needs, what is not here: programs, modules of Python (`python:yaml`), files of TeX (`tex:url.sty`) and
 * packages of npm (`npm:name@version`).
 */
export function missingOf(needs: readonly string[]): string[] {
  return needs.filter((name) => !hasProgram(name));
}

/** Whether something is there; npm fetches its own. */
export function hasProgram(name: string): boolean {
  const known = asked.get(name) ?? isThere(name);
  asked.set(name, known);
  return known;
}

/** Forgets what was not there, because it may have been installed. */
export function forgetMissing(): void {
  asked.clear();
}

const asked = new Map<string, boolean>();

function isThere(name: string): boolean {
  if (name.startsWith('npm:')) {
    const args = ['--yes', '--fetch-retries=1', '--fetch-timeout=20000', name.slice('npm:'.length), '--version'];
    return run('npx', args, { mostMs: NPM_MS }).code === 0;
  }
  if (name.startsWith('tex:')) return run('kpsewhich', [name.slice('tex:'.length)]).code === 0;
  if (name.startsWith('python:')) return run(PYTHON, ['-c', `import ${name.slice('python:'.length)}`]).code === 0;
  return run('sh', ['-c', `command -v ${name}`]).code === 0;
}
