import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** A failure that a person can act on: its message is one sentence, shown without a stack. */
export class Stop extends Error {}

/** Says something to the person at the terminal. Standard output belongs to the commands. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

// What npm inherits from `npm run` or from the user's settings and would install something else, or elsewhere.
const MISLEADING =
  /^npm_config_(?:global|location|prefix|local_prefix|omit|include|only|production|dev|optional|dry_run|workspaces?|include_workspace_root|install_strategy|global_style|legacy_bundling|package_lock_only|package_lock|engine_strict|cpu|os|libc|force)$/i;

/**
 * The environment for an npm that must install exactly what a lockfile says.
 * @param {Record<string, string | undefined>} environment
 */
export function cleanEnvironment(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !MISLEADING.test(name) && name !== 'NODE_ENV'),
  );
}

/**
 * Installs the lockfile of a folder. No package of ours needs an install script, so none may run.
 * @param {string} folder holds package.json and package-lock.json
 * @returns {boolean} whether npm succeeded; its own words went to standard error
 * @throws {Stop} when npm cannot be started at all
 */
export function installLockfile(folder) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  args.push('--include=dev', '--include=optional');
  // Only npm's own file will do: yarn and pnpm set the same variable to theirs.
  const own = process.env.npm_execpath;
  const cli = own && basename(own) === 'npm-cli.js' ? own : undefined;
  const result = spawnSync(cli ? process.execPath : 'npm', cli ? [cli, ...args] : args, {
    cwd: folder,
    stdio: ['ignore', process.stderr.fd, 'inherit'],
    env: cleanEnvironment(process.env),
    shell: !cli && process.platform === 'win32',
  });
  if (result.error) throw new Stop(`npm could not be started (${result.error.message}); install Node 24 with npm.`);
  return result.status === 0;
}
