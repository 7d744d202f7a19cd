import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromiumBuild } from '../../scripts/project.ts';
import { expect, test } from './harness.ts';

const POPUP_GZIP_BYTES = 60_000;
const CAPTURE_BYTES = 30_000;

function built(path: string): string {
  return readFileSync(join(chromiumBuild, path), 'utf8');
}

/** The page itself, and every script and style that has to be there before it can draw. */
function openingFiles(page: string): string[] {
  const files = [page];
  const named = [...built(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  for (const path of named) if (!files.includes(path)) files.push(path);
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

test('the content script is at most 30 kB and holds neither database nor interface', () => {
  const script = built('content-scripts/capture.js');
  console.log(`content script: ${Buffer.byteLength(script)} bytes`);
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(CAPTURE_BYTES);
  expect(script).not.toMatch(/dexie|indexedDB|preact|__k\b/i);
});

test('nothing that was built runs text as code or loads anything from elsewhere', () => {
  const scripts = readdirSync(chromiumBuild, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of scripts) {
    expect(built(path), path).not.toMatch(
      /\beval\(|new Function\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|import\("http/,
    );
  }
});

test('the manifest asks for what is needed and no more', () => {
  const manifest = JSON.parse(built('manifest.json'));
  expect(manifest).toMatchObject({
    manifest_version: 3,
    permissions: ['storage', 'unlimitedStorage'],
    host_permissions: ['https://huggingface.co/*'],
    content_scripts: [{ matches: ['https://huggingface.co/*'] }],
  });
  for (const key of [
    'web_accessible_resources',
    'externally_connectable',
    'optional_permissions',
    'optional_host_permissions',
  ]) {
    expect(manifest).not.toHaveProperty(key);
  }
  const policy = manifest.content_security_policy.extension_pages.split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "trusted-types 'none'",
    ]),
  );
});
