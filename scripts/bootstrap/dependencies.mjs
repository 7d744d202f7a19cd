import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installLockfile, Stop, say } from './npm.mjs';

/**
 * Installs the dependencies unless those of this lockfile and platform are there. The stamp is written last, and `npm ci`
 * begins by removing it with the rest, so a half-finished installation is done again.
 * @param {string} root the project's folder
 * @throws {Stop} when npm fails
 */
export function bringDependencies(root) {
  const wanted = fingerprint(readFileSync(join(root, 'package-lock.json')));
  const stamp = join(root, 'node_modules', '.gleaner-stamp');
  const present = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  if (present === wanted) return;
  say(`${present ? 'The dependencies have changed' : 'The dependencies are not there yet'}: running npm ci.`);
  if (!installLockfile(root)) {
    throw new Stop('The dependencies could not be installed (npm ci failed): check the network and run this again.');
  }
  writeFileSync(stamp, `${wanted}\n`);
}

function fingerprint(lockfile) {
  return createHash('sha256').update(lockfile).update(`${process.platform}-${process.arch}`).digest('hex');
}
