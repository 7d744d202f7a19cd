import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHELTER_LIMITS } from '../lib/capture/shelter.ts';
import { matchPatterns } from '../lib/domain/host.ts';
import { ALL_SITES, hostsOf, sitesWith } from '../lib/domain/sites.ts';
import { ZOTERO_PATTERN } from '../lib/domain/zotero.ts';
import { isTest, readSources, withoutComments } from './rules/source.ts';

const promises = readFileSync('PRIVACY.md', 'utf8').replace(/\s+/g, ' ');
const config = readFileSync('wxt.config.ts', 'utf8');
const product = readSources()
  .filter(({ path }) => !isTest(path) && !path.startsWith('scripts/'))
  .map(({ path, text }) => ({ path, code: withoutComments(text) }));

/** Product files in whose code a pattern is found. */
function filesWith(pattern: RegExp): string[] {
  return product.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

function inText(pattern: RegExp): string[] {
  return [...promises.matchAll(pattern)].map(([, found = '']) => found);
}

describe('PRIVACY.md keeps its word', () => {
  test('"Every browser test in this repository counts the requests of the extension"', () => {
    expect(promises).toContain('Every browser test in this repository counts the requests of the extension');
    for (const file of readdirSync('tests/e2e').filter((name) => name.endsWith('.spec.ts'))) {
      const text = readFileSync(`tests/e2e/${file}`, 'utf8');
      expect(text, `${file} must take its test from a file that counts requests`).toMatch(
        /import \{[^}]*\btest\b[^}]*\} from '\.\/(?:harness|popup-page|library-page|sites-page|zotero-page)\.ts'/,
      );
      expect(text, file).not.toMatch(/import \{[^}]*\btest\b[^}]*\} from '@playwright\/test'/);
    }
    for (const file of readdirSync('tests/e2e').filter((name) => !name.endsWith('.spec.ts'))) {
      const text = readFileSync(`tests/e2e/${file}`, 'utf8');
      if (file === 'sites-page.ts') expect(text).toContain("import { test as withGleaner } from './harness.ts';");
      if (file === 'zotero-page.ts')
        expect(text).toContain('.filter((address) => !address.startsWith(ZOTERO_ADDRESS))');
      else expect(text, `${file} leaves no request out of account`).not.toMatch(/\basked\b[^;]*\.filter\(/);
      if (/\blaunchGleaner\(/.test(text)) expect(text, file).toMatch(/expect\(asked,[^)]*\)\.toEqual\(\[\]\)/);
    }
  });

  test('"The built extension forbids its own pages to connect anywhere but to Zotero on this computer"', () => {
    expect(promises).toContain(
      'The built extension forbids its own pages to connect anywhere but to Zotero on this computer',
    );
    expect(config).toContain('"default-src \'none\'"');
    expect(config.match(/connect-src[^"]*/g)).toEqual(["connect-src 'self' http://127.0.0.1:23119"]);
  });

  test('"What you send to Zotero": one file asks, of one address, when the user has pressed a button', () => {
    expect(promises).toContain(
      'What you send to Zotero goes to 127.0.0.1, port 23119, on this computer and nowhere else',
    );
    expect(filesWith(/\bfetch\b/).sort()).toEqual(['lib/platform/packaged-files.ts', 'lib/zotero/connector.ts']);
    expect(filesWith(/\b127\.0\.0\.1\b|\blocalhost\b/).sort()).toEqual([
      'lib/domain/zotero.ts',
      'lib/zotero/connector.ts',
    ]);
    expect(filesWith(/\bZOTERO_ADDRESS\b|\bconnectTo\(/).sort()).toEqual([
      'entrypoints/background.ts',
      'lib/zotero/connector.ts',
    ]);
    // Asked when its dialog is open, and papers are put on their way where a button says so.
    expect(filesWith(/\baskWorker\(/).sort()).toEqual(['components/zotero-desk.ts', 'lib/platform/zotero-line.ts']);
    expect(filesWith(/\bstartZoteroJob\(/).sort()).toEqual(['lib/library/zotero-job.ts', 'lib/state/zotero.ts']);
    expect(filesWith(/\bzoteroDesk\b/).sort()).toEqual(['components/SendToZotero.tsx', 'components/zotero-desk.ts']);
  });

  test('"On the sites that it asks permission for (now: …)"', () => {
    expect(inText(/asks permission for \(now: ([^)]*)\)/g)).toEqual([hostsOf(sitesWith('install')).join(', ')]);
    expect(inText(/Access to ([^:]*):/g)).toEqual([hostsOf(sitesWith('install')).join(', ')]);
  });

  test('"Gleaner never asks for all sites", and access is asked for, and pages are entered, in known places only', () => {
    expect(promises).toContain('Gleaner never asks for all sites.');
    expect(config).toContain(
      "optional_host_permissions: [...matchPatterns(hostsOf(sitesWith('ask'))), ZOTERO_PATTERN]",
    );
    expect(ZOTERO_PATTERN).toBe('http://127.0.0.1/*');
    expect(filesWith(/<all_urls>|\bpermissions: \[[^\]]*\btabs\b/)).toEqual([]);
    for (const site of ALL_SITES)
      expect(matchPatterns(site.hosts).join(' ')).not.toMatch(/:\/\/\*\/|\*\.\w+\/|<all_urls>/);
    expect(filesWith(/\bpermissions\.request\b/).sort()).toEqual([
      'lib/platform/notice-access.ts',
      'lib/platform/site-access.ts',
    ]);
    expect(filesWith(/\bexecuteScript\b/).sort()).toEqual(['lib/platform/open-tabs.ts', 'lib/platform/read-tab.ts']);
    expect(filesWith(/\bregisterContentScripts\b/)).toEqual(['lib/platform/registered-scripts.ts']);
  });

  test('"What Gleaner asks for, and why": every permission, and no other', () => {
    const asked = [...(/permissions: \[([^\]]*)\]/.exec(config)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
      ([, name]) => name,
    );
    expect(inText(/- `(\w+)`: \w/g)).toEqual(asked);
    const optional = [...config.matchAll(/optional_permissions: \[([^\]]*)\]/g)].map(([, names]) => names);
    expect(optional).toEqual(["'notifications'"]);
    expect(inText(/- [A-Z]\w+ \(`(\w+)`\) only when you turn on/g)).toEqual(['notifications']);
    expect(config).not.toMatch(/externally_connectable|web_accessible_resources/);
  });

  test('"Private windows are never recorded"', () => {
    expect(promises).toContain('Private windows are never recorded');
    expect(filesWith(/if \(browser\.extension\.inIncognitoContext\) return;/)).toEqual([
      'lib/page-script/start-reading.ts',
    ]);
    expect(config).not.toMatch(/\bincognito\b/);
  });

  test('"Nothing is put into the storage that a browser copies to your other devices"', () => {
    expect(promises).toContain('Nothing is put into the storage that a browser copies to your other devices');
    expect(filesWith(/\bstorage\s*\.\s*(?:sync|managed)\b|\bcookieStore\b|\bdocument\.cookie\b/)).toEqual([]);
    expect(filesWith(/\bbrowser\.(?:history|cookies|bookmarks|identity|webRequest|topSites|downloads)\b/)).toEqual([]);
  });

  test('"Small things": nothing lies in extension storage that is not named', () => {
    const keys = product.flatMap(({ path, code }) =>
      /\bstorage\.local\b|\bstorage\(\)/.test(code)
        ? [...code.matchAll(/\b(?:KEY|PREFIX) = '([\w:]+)'/g)].map(([, key = '']) => ({ path, key }))
        : [],
    );
    const named = new Map([
      ['settings', 'your settings'],
      ['site:', 'which sites you turned on or off'],
      ['marks:', 'how papers are marked on the pages of a site'],
      ['weekly:', 'on which day you want to be told what came by and when you last were'],
      ['acknowledged:', 'when you said that a whole list is seen'],
      ['news', 'the moment of the last change of the library'],
      ['mirror', 'how many papers the library holds'],
      ['trouble:', 'what stands in the way just now'],
      ['undelivered:', 'Readings that wait.'],
    ]);
    for (const { key, path } of keys) {
      expect([...named.keys()], `${path} keeps "${key}": say so in PRIVACY.md`).toContain(key);
      expect(promises).toContain(named.get(key));
    }
    expect(keys.length).toBeGreaterThanOrEqual(3);
    expect(filesWith(/\bstorage\.local\b/).every((path) => path.startsWith('lib/platform/'))).toBe(true);
  });

  test('"At most 40 of them wait"', () => {
    expect(inText(/At most (\d+) of them wait/g)).toEqual([String(SHELTER_LIMITS.readings)]);
  });
});
