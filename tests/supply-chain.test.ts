import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import project from '../package.json' with { type: 'json' };
import { KNOWN_PACKAGES } from '../scripts/build/known-packages.ts';

const REGISTRY = 'https://registry.npmjs.org/';
const read = (path: string) => readFileSync(path, 'utf8');

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
}
const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lockfile', () => {
  test('names for every package the hash of its content', () => {
    const without = locked.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
    expect(without.map(([path]) => path)).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  // An address that is left out is that of the registry; with one, a package could come from anywhere.
  test('takes no package from anywhere but the npm registry, over https', () => {
    const elsewhere = locked.filter(([, { resolved = REGISTRY, link }]) => link || !resolved.startsWith(REGISTRY));
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  test('is all that is ever installed, without a script of any package', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(read('.npmrc')).not.toMatch(/registry\s*=(?!true)|_auth|strict-ssl/);
    expect(read('scripts/bootstrap/npm.mjs')).toMatch(/\['ci',[^\]]*'--ignore-scripts'/);
    const others = ['scripts/run.mjs', 'scripts/bootstrap/node.mjs', 'scripts/bootstrap/dependencies.mjs', '.ci/run'];
    for (const path of [...others, '.github/workflows/ci.yml']) {
      expect(read(path), path).not.toMatch(/npm (?:install|i|add|update)\b|\bnpx\b|\['(?:install|add|update)'/);
    }
  });
});

describe('a run-time dependency', () => {
  const dependencies = Object.entries(project.dependencies);
  const table = read('ARCHITECTURE.md').split('## Run-time dependencies')[1]?.split('\n## ')[0] ?? '';

  test.each(dependencies)(
    '%s has an exact version, a reason and a place on the list of what may be built in',
    (name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      const [, packages, why = ''] =
        table
          .split('\n')
          .find((row) => row.includes(name))
          ?.split('|') ?? [];
      expect(packages?.split(',').map((one) => one.trim())).toContain(name);
      expect(why.trim().length).toBeGreaterThan(20);
      expect(KNOWN_PACKAGES).toContain(name);
    },
  );

  test('is not on the list when it is none', () => {
    const bundled = [...KNOWN_PACKAGES].filter(
      (name) => !/^(?:@wxt-dev\/browser|wxt|@preact\/signals-core)$/.test(name),
    );
    expect(bundled.sort()).toEqual(Object.keys(project.dependencies).sort());
  });
});

test('every step of the workflow that others wrote is pinned to a commit', () => {
  const used = [...read('.github/workflows/ci.yml').matchAll(/uses:\s*(\S+)/g)].map(([, name = '']) => name);
  expect(used.length).toBeGreaterThan(0);
  for (const name of used) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});
