import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '../scripts/build.ts';
import { chromiumBuild, root } from '../scripts/project.ts';
import { bareBuild, PAGES, productBuild } from './places.ts';

/** The pages of the benchmark, by the name of their script. `empty` has none. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ours: 'page/ours.ts',
  raw: 'page/raw.ts',
  minisearch: 'page/engines/minisearch.ts',
  flexsearch: 'page/engines/flexsearch.ts',
  orama: 'page/engines/orama.ts',
  'dexie-words': 'page/engines/dexie-words.ts',
};

/**
 * Makes both extensions anew: the built one, and one that does nothing, each with the pages of the benchmark. So our
 * code is measured under the very policy and origin that it has in the product, and no page needs a server.
 */
export async function makeExtensions(): Promise<void> {
  ensureBuilt();
  rmSync(productBuild, { recursive: true, force: true });
  cpSync(chromiumBuild, productBuild, { recursive: true });
  rmSync(bareBuild, { recursive: true, force: true });
  mkdirSync(bareBuild, { recursive: true });
  writeFileSync(join(bareBuild, 'manifest.json'), JSON.stringify(BARE_MANIFEST));
  writeFileSync(join(bareBuild, 'worker.js'), '');
  await bundlePages(join(productBuild, PAGES));
  cpSync(join(productBuild, PAGES), join(bareBuild, PAGES), { recursive: true });
}

/** Lays a file beside the pages of both extensions, under `name`, without copying it. */
export function layBeside(path: string, name = basename(path)): void {
  for (const folder of [productBuild, bareBuild]) {
    const place = join(folder, PAGES, name);
    if (!existsSync(place)) linkSync(path, place);
  }
}

const BARE_MANIFEST = {
  manifest_version: 3,
  name: 'Bare',
  version: '1',
  permissions: ['unlimitedStorage'],
  background: { service_worker: 'worker.js' },
};

async function bundlePages(folder: string): Promise<void> {
  const scripts = Object.entries(SCRIPTS).map(([name, file]) => [name, join(root, 'bench', file)]);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: join(root, 'bench'),
    resolve: { alias: [{ find: /^dexie$/, replacement: join(root, 'node_modules/dexie/dist/modern/dexie.min.mjs') }] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      target: 'chrome127',
      rolldownOptions: { input: Object.fromEntries(scripts), output: { entryFileNames: '[name].js' } },
    },
  });
  const made = readdirSync(folder).filter((name) => name.endsWith('.js'));
  for (const name of ['empty.js', ...made]) writeFileSync(join(folder, name.replace(/js$/, 'html')), pageFor(name));
}

function pageFor(script: string): string {
  const tag = script === 'empty.js' ? '' : `<script type="module" src="${script}"></script>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${script}</title>${tag}<body>.</body></html>\n`;
}
