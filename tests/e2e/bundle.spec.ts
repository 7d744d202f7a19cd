import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { matchPatterns } from '../../lib/domain/host.ts';
import { scriptOf } from '../../lib/domain/page-script.ts';
import { ALL_SITES, hostsOf, SITES, sitesWith } from '../../lib/domain/sites.ts';
import { ZOTERO_ADDRESS } from '../../lib/zotero/connector.ts';
import project from '../../package.json' with { type: 'json' };
import { chromiumBuild, firefoxBuild } from '../../scripts/project.ts';
import { expect, test } from './harness.ts';

const POPUP_GZIP_BYTES = 60_000;
/** What the popup loads next, while it draws: the library and the database under it. */
const LIBRARY_GZIP_BYTES = 45_000;
/** Each script that runs in pages: what watches and marks, and one site's adapter. */
const PAGE_SCRIPT_BYTES = 60_000;

function built(path: string): string {
  return readFileSync(join(chromiumBuild, path), 'utf8');
}

/** The page itself, and every script and style that has to be there before it can draw. */
function openingFiles(page: string): string[] {
  const files = [page];
  const named = [...built(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  for (const path of named) if (!files.includes(path)) files.push(path);
  return followed(files);
}

/** These files and all that their scripts import at once. */
function followed(first: readonly string[]): string[] {
  const files = [...first];
  for (const path of files) {
    if (!path.endsWith('.js')) continue;
    for (const [, name] of built(path).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) {
      if (!files.includes(`chunks/${name}`)) files.push(`chunks/${name}`);
    }
  }
  return files;
}

test('the popup opens with at most 60 kB, compressed', () => {
  const files = openingFiles('popup.html');
  const bytes = files.map((path) => gzipSync(built(path), { level: 9 }).byteLength);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`popup: ${files.map((path, index) => `${path} ${bytes[index]}`).join(', ')}; ${total} bytes gzip`);
  expect(files.filter((path) => path.endsWith('.js'))).not.toEqual([]);
  expect(total).toBeLessThanOrEqual(POPUP_GZIP_BYTES);
});

test('the library that goes live behind it is at most 45 kB more', () => {
  const opening = openingFiles('popup.html');
  const code = opening
    .filter((path) => path.endsWith('.js'))
    .map(built)
    .join('\n');
  // Several chunks may be called library-*; the library's is the one that leads to the database.
  const behind = [...code.matchAll(/import\([`"]\.\/(library-[^`"]+)[`"]\)/g)]
    .map(([, name = '']) => followed([`chunks/${name}`]).filter((path) => !opening.includes(path)))
    .find((files) => files.some((path) => path.includes('database-')));
  const sizes = (behind ?? []).map((path) => gzipSync(built(path), { level: 9 }).byteLength);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`library: ${(behind ?? []).join(', ')}; ${total} bytes gzip`);
  expect(sizes.length).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(LIBRARY_GZIP_BYTES);
});

for (const file of [...ALL_SITES, undefined].map(scriptOf)) {
  test(`${file} is at most 60 kB and holds neither database nor interface`, () => {
    const script = built(file);
    console.log(`${file}: ${Buffer.byteLength(script)} bytes`);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(PAGE_SCRIPT_BYTES);
    expect(script).not.toMatch(/dexie|indexedDB|preact|__k\b/i);
  });
}

/** Every file of the build whose name ends so. */
function builtFiles(ending: string): string[] {
  const files = readdirSync(chromiumBuild, { recursive: true, encoding: 'utf8' });
  return files.filter((path) => path.endsWith(ending)).map((path) => path.replaceAll('\\', '/'));
}

const NEVER: [what: string, RegExp][] = [
  ['runs text as code', /\beval\b\s*[(`?]|\bFunction\s*\(|\bFunction\s*`|set(?:Timeout|Interval)\(\s*["'`]/],
  ['loads code from elsewhere', /\bimport\(\s*(?![`"']\.\/)|\bimportScripts\b|\bnew\s+(?:Shared)?Worker\b/],
  [
    'sends a request',
    /\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b|\bWebTransport\b|\bRTCPeerConnection\b/,
  ],
  ['takes messages from other extensions or pages', /\bonMessageExternal\b|\bonConnectExternal\b/],
];
for (const [what, pattern] of NEVER) {
  test(`nothing that was built ${what}`, () => {
    const scripts = builtFiles('.js');
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((path) => pattern.exec(built(path))?.map((code) => `${path}: ${code}`) ?? []);
    expect(found).toEqual([]);
  });
}

test('the two requests of the whole build are the worker’s: for a packaged file, and to Zotero on this computer', () => {
  const asking = builtFiles('.js').flatMap((path) => [...built(path).matchAll(/\bfetch\b/g)].map(() => path));
  expect(asking).toEqual(['background.js', 'background.js']);
  const local = builtFiles('.js').filter((path) => /127\.0\.0\.1:\d/.test(built(path)));
  expect(local).toEqual(['background.js']);
  expect(
    built('background.js')
      .match(/["'`]http:\/\/127\.0\.0\.1[^"'`]*/g)
      ?.map((text) => text.slice(1)),
  ).toEqual([ZOTERO_ADDRESS]);
});

test('pages and styles name nothing that lies elsewhere', () => {
  for (const path of [...builtFiles('.html'), ...builtFiles('.css')]) {
    const addresses = [...built(path).matchAll(/(?:src|href|action)="([^"]*)"|url\(([^)]*)\)/g)];
    for (const [, attribute, inStyle] of addresses)
      expect(attribute ?? inStyle, path).toMatch(/^["']?(?:\/(?!\/)|#|data:image\/svg)/);
    expect(built(path), path).not.toMatch(/@import|<script(?![^>]*\ssrc="\/)/);
  }
});

test('the only web addresses in the code are those of known sites, of names in XML, of Zotero here, and of a library’s advice', () => {
  const hosts = builtFiles('.js').flatMap((path) =>
    [...built(path).matchAll(/https?:\/\/([\w.-]+\.\w+)/g)].map(([, host = '']) => host),
  );
  const advice = ['bit.ly', 'tinyurl.com'];
  const linked = ['cdn-thumbnails.huggingface.co', 'github.com', 'doi.org', 'dblp.org', 'www.w3.org'];
  // Names that nobody can own (RFC 2606): a base for links without one, and the page by which an adapter is tested.
  const nowhere = ['relative.invalid', 'journal.example'];
  const zotero = '127.0.0.1';
  const known = [...hostsOf(ALL_SITES), ...linked, ...nowhere, ...advice, zotero];
  expect([...new Set(hosts)].filter((host) => !known.includes(host))).toEqual([]);
});

const HOSTS = matchPatterns(hostsOf(sitesWith('install')));
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  short_name: 'Gleaner',
  description: '__MSG_extensionDescription__',
  version: project.version,
  default_locale: 'en',
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  action: { default_title: 'Gleaner', default_popup: 'popup.html' },
  permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'alarms'],
  optional_permissions: ['notifications'],
  host_permissions: HOSTS,
  optional_host_permissions: [...matchPatterns(hostsOf(sitesWith('ask'))), 'http://127.0.0.1/*'],
  omnibox: { keyword: 'gl' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+G', mac: 'MacCtrl+G' } },
    'read-page': {
      suggested_key: { default: 'Alt+Shift+G', mac: 'MacCtrl+Shift+G' },
      description: '__MSG_readPage__',
    },
  },
  content_scripts: [
    {
      matches: matchPatterns(SITES.arxiv.hosts).sort(),
      run_at: 'document_idle',
      js: ['content-scripts/arxiv.js'],
    },
    { matches: ['https://huggingface.co/*'], run_at: 'document_idle', js: ['content-scripts/huggingface.js'] },
  ],
};

// Every key is here, so a new permission, host, open file or open door fails until it is written down.
test('the manifest for Chromium is this and no more', () => {
  expect(HOSTS).toEqual([
    'https://huggingface.co/*',
    'https://arxiv.org/*',
    'https://www.arxiv.org/*',
    'https://export.arxiv.org/*',
  ]);
  expect(JSON.parse(built('manifest.json'))).toEqual({
    ...COMMON,
    minimum_chrome_version: '127',
    background: { service_worker: 'background.js' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://127.0.0.1:23119; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
});

test('the manifest for Firefox is this and no more', () => {
  const path = join(firefoxBuild, 'manifest.json');
  test.skip(!existsSync(path), 'There is no build for Firefox: npm run build makes it, and npm test always does.');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...COMMON,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'gleaner@gleaner.invalid',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  });
});
