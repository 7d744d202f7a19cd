// npm run --silent read-page -- URL FILE: what the built extension keeps of a saved page, as JSON.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { scriptOf } from '../lib/domain/page-script.ts';
import { type Site, siteOfHost } from '../lib/domain/sites.ts';
import { type GleanerBrowser, launchGleaner } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { capturesSince, type KeptDigest } from './kept.ts';
import { runMain, Stop, say } from './say.ts';
import { readDatabase, waitForCapture, waitForPreload } from './stored.ts';
import { serve } from './traffic.ts';

const USAGE = 'Usage: npm run --silent read-page -- URL FILE (the address of a page, and the file to serve there)';

/** The page was recognised, yet nothing could be read from it: the JSON is printed all the same. */
const EXIT_EMPTY = 2;

await runMain(async () => {
  const [address, file, ...rest] = process.argv.slice(2);
  if (!address || !file || rest.length > 0) throw new Stop(USAGE);
  const url = addressOf(address);
  const site = siteOfHost(url.hostname);
  const name = site?.label ?? '“Read this page”';
  const html = bytesOf(file);
  ensureBuilt();
  const kept = await readPage(url, html, site);
  if (!kept) throw new Stop(`${name} has no papers at ${url.href}: the page was not recognised.`);
  console.log(JSON.stringify(kept, undefined, 2));
  if (kept.papers.length > 0) return 0;
  say(`${name} was recognised at ${url.href}, but no paper could be read: the site may have changed.`);
  return EXIT_EMPTY;
});

/**
 * Serves the page to the built extension, as if the user had turned its site on, or had pressed "Read this page" where no
 * site is known.
 * @returns what lies in the library afterwards, or undefined when nothing came
 */
async function readPage(url: URL, html: Buffer, site: Site | undefined): Promise<KeptDigest | undefined> {
  const gleaner = await launchGleaner({ hosts: site ? 'all' : [`https://${url.host}/*`] });
  try {
    await serve(gleaner.context, { [url.href]: html });
    const before = await waitForPreload(gleaner);
    if (site?.access === 'ask') await waitForScript(gleaner);
    const page = await gleaner.context.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    if (!site) await readAsAsked(gleaner, page);
    await waitForCapture(gleaner, { before });
    return capturesSince(before, await readDatabase(gleaner)).at(-1);
  } finally {
    await gleaner.close();
  }
}

/** Sites that are on from the start have their script once the worker has seen to it. */
async function waitForScript({ worker }: GleanerBrowser): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const scripts = await worker.evaluate<unknown[]>('chrome.scripting.getRegisteredContentScripts()');
    if (scripts.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The extension registered no script for the sites that are on.');
}

async function readAsAsked({ worker }: GleanerBrowser, page: Page): Promise<void> {
  await page.waitForLoadState('load');
  const asked = JSON.stringify({ url: `${new URL(page.url()).origin}/*` });
  await worker.evaluate(`chrome.tabs.query(${asked}).then(([tab]) =>
    chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['${scriptOf(undefined)}'] }))`);
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return url;
  throw new Stop(`"${text}" is no https address. ${USAGE}`);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Stop(`The file ${file} cannot be read (${error.code}).`);
  }
}
