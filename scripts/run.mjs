// Runs a command of the project on any machine with Node 20: brings a newer Node and the dependencies where they are
// missing, then hands over to commands.ts. Plain JavaScript without packages, for it runs before there are any.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringDependencies } from './bootstrap/dependencies.mjs';
import { chooseNode } from './bootstrap/node.mjs';
import { Stop, say } from './bootstrap/npm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const node = chooseNode(root);
  bringDependencies(root);
  process.exitCode = handOver(node, process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/**
 * Runs the command with `node`, which stands first in PATH so that every tool below it runs on the same one.
 * @returns the exit code; 1 when the command was ended by a signal
 */
function handOver(node, args) {
  const { own, path } = environmentBelow();
  const folders = [dirname(node), join(root, 'node_modules', '.bin'), path];
  const result = spawnSync(node, [join(root, 'scripts', 'commands.ts'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...own, PATH: folders.filter(Boolean).join(delimiter) },
  });
  if (result.error) throw new Stop(`Node at ${node} could not be started: ${result.error.message}.`);
  return result.status ?? 1;
}

/**
 * This environment without what the commands set themselves. Windows may spell PATH `Path`, and two spellings side by
 * side would leave it to chance which one counts; NODE_ENV is each tool's to choose.
 */
function environmentBelow() {
  const isPath = ([name]) => name.toUpperCase() === 'PATH';
  const entries = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV');
  return {
    own: Object.fromEntries(entries.filter((entry) => !isPath(entry))),
    path: entries.find(isPath)?.[1] ?? '',
  };
}
