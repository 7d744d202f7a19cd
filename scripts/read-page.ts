// npm run --silent read-page -- URL FILE: what the built extension keeps of a saved page, as JSON.
import { readFileSync } from 'node:fs';
import type { SiteAdapter } from '../lib/adapters/adapter.ts';
import { adapterFor, adapters } from '../lib/adapters/registry.ts';
import { hostsOf } from '../lib/domain/sites.ts';
import { launchGleaner } from './browser.ts';
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
  const adapter = adapterOf(url);
  const html = bytesOf(file);
  ensureBuilt();
  const kept = await readPage(url, html);
  if (!kept) throw new Stop(`${adapter.label} has no papers at ${url.href}: the page was not recognised.`);
  console.log(JSON.stringify(kept, undefined, 2));
  if (kept.papers.length > 0) return 0;
  say(`${adapter.label} was recognised at ${url.href}, but no paper could be read: the site may have changed.`);
  return EXIT_EMPTY;
});

/** Serves the page to the built extension; returns what lies in the library afterwards, or undefined when nothing came. */
async function readPage(url: URL, html: Buffer): Promise<KeptDigest | undefined> {
  const gleaner = await launchGleaner();
  try {
    await serve(gleaner.context, { [url.href]: html });
    const before = await waitForPreload(gleaner);
    const page = await gleaner.context.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    await waitForCapture(gleaner, { before });
    return capturesSince(before, await readDatabase(gleaner)).at(-1);
  } finally {
    await gleaner.close();
  }
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return url;
  throw new Stop(`"${text}" is no https address. ${USAGE}`);
}

function adapterOf(url: URL): SiteAdapter {
  const adapter = adapterFor(adapters, url.hostname);
  if (adapter) return adapter;
  throw new Stop(`No adapter reads pages of ${url.hostname}; there are adapters for ${hostsOf(adapters).join(', ')}.`);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Stop(`The file ${file} cannot be read (${error.code}).`);
  }
}
