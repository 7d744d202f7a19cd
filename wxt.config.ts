import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { matchPatterns } from './lib/domain/host.ts';
import { hostsOf, sitesWith } from './lib/domain/sites.ts';
import { ZOTERO_PATTERN } from './lib/domain/zotero.ts';
import { requireDumps } from './scripts/build/frozen-dumps.ts';
import { knownPackages } from './scripts/build/known-packages.ts';
import { openingChunk, plainImports } from './scripts/build/opening-chunk.ts';

const seedFolder = resolve(import.meta.dirname, 'seeds');

/** Extension pages load nothing from elsewhere and cannot run a string as code, so a hostile title stays text. */
const extensionPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // The worker hands papers to Zotero on this computer when the user sends them.
  "connect-src 'self' http://127.0.0.1:23119",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [plainImports, knownPackages],
    build: {
      modulePreload: false,
      rolldownOptions: { output: { advancedChunks: { groups: [{ name: openingChunk }] } } },
    },
    resolve: {
      alias: [
        // The virtual list is written for React and uses little of it; see components/react.ts.
        { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
        { find: /^react(?:-dom)?$/, replacement: resolve(import.meta.dirname, 'components/react.ts') },
        {
          find: /^\.\.\/createLucideIcon\.mjs$/,
          replacement: resolve(import.meta.dirname, 'components/lucide-icon.ts'),
        },
        // Dexie's build for current browsers: less code than the one that a plain import gets.
        { find: /^dexie$/, replacement: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.min.mjs') },
      ],
    },
  }),
  hooks: {
    'build:before': () => requireDumps(resolve(import.meta.dirname, 'tests/databases')),
    // The digests lie at the top of the repository for readers; the extension reads them as packaged files.
    'build:publicAssets': (_wxt, files) => {
      for (const name of readdirSync(seedFolder)) {
        files.push({ absoluteSrc: resolve(seedFolder, name), relativeDest: `seeds/${name}` });
      }
    },
  },
  zip: { excludeSources: ['tests/**', '.artifacts/**', '.tools/**'] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Gleaner',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // scripting: to read digests that were open before Gleaner was installed, updated or turned on for a site, and the page
    // for which the user asks; it reaches only the hosts below and that page.
    // activeTab: the page for which the user asks with "Read this page", whatever it is, once and without a permission for
    // its site; and to know, when the user opens the popup, whether the site in front of them could be read.
    // contextMenus: "Save to Gleaner" on links to papers, and "Read this page".
    // alarms: to wake on the day on which the user wants to be told what came by; without one no alarm is set.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'alarms'],
    // notifications: asked for when the user turns on the weekly one, and given back when it is turned off.
    optional_permissions: ['notifications'],
    host_permissions: matchPatterns(hostsOf(sitesWith('install'))),
    optional_host_permissions: [...matchPatterns(hostsOf(sitesWith('ask'))), ZOTERO_PATTERN],
    omnibox: { keyword: 'gl' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+G', mac: 'MacCtrl+G' } },
      'read-page': {
        suggested_key: { default: 'Alt+Shift+G', mac: 'MacCtrl+Shift+G' },
        description: '__MSG_readPage__',
      },
    },
    ...(command === 'build' && browser !== 'firefox'
      ? { content_security_policy: { extension_pages: extensionPolicy } }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gleaner@gleaner.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
});
