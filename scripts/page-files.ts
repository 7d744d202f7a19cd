import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { SiteAdapter } from '../lib/adapters/adapter.ts';
import { readPage } from '../lib/adapters/read-page.ts';
import { adapters } from '../lib/adapters/registry.ts';
import { hostMatches } from '../lib/domain/host.ts';
import { Stop } from './say.ts';

/** A test page to make: the adapter's id, the page's own name, and where the page stands on the site. */
export interface Wanted {
  site: string;
  name: string;
  /** May be left out when the page is there, because it says its address itself. */
  address?: string | undefined;
}

/** What was done: a page to fill in was written, its reading was written, or the reading that is there still holds. */
export type Made = { done: 'page' | 'reading' | 'nothing'; file: string; papers: number };

/**
 * Makes the files of a test page below `folder`, one at a time: first a page to fill in, then the reading of what it was
 * filled in with. A reading that is there is never changed: a test must not follow what it tests.
 */
export function makePageFiles(folder: string, { site, name, address }: Wanted): Made {
  const adapter = adapterNamed(site);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) throw new Stop(`"${name}" is no name such as search-without-authors.`);
  const page = join(folder, site, `${name}.html`);
  if (existsSync(page)) return makeReading(adapter, page, address);
  const skeleton = skeletonOf(adapter, address);
  mkdirSync(join(folder, site), { recursive: true });
  writeFileSync(page, skeleton);
  return { done: 'page', file: page, papers: 0 };
}

/** A page to fill in, with the two lines that every test page begins with. */
export function skeletonOf(adapter: SiteAdapter, address: string | undefined): string {
  const url = URL.parse(address ?? '');
  if (url?.protocol !== 'https:' || !adapter.hosts.some((host) => hostMatches(url.hostname, host)))
    throw new Stop(`A new page needs its address, https and on ${adapter.hosts.join(' or ')}.`);
  return `<!doctype html>
<!-- address: ${url.href} -->
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${adapter.label}</title>
  </head>
  <body>
    <main>
      <!-- One row as the site marks it up, with texts of your own: repeat it for three to six papers. -->
      <article>
        <h2><a href="/an-invented-paper">How Herons Decide: a Study That Nobody Made</a></h2>
        <p>Wilma Reed, Otto Sandbank</p>
        <p>We watched herons that do not exist, for as long as it took.</p>
      </article>
    </main>
  </body>
</html>
`;
}

function makeReading(adapter: SiteAdapter, page: string, given: string | undefined): Made {
  const html = readFileSync(page, 'utf8');
  const address = /<!-- address: (\S+) -->/.exec(html)?.[1];
  const url = URL.parse(address ?? '');
  if (!url) throw new Stop(`${page} does not say its address: its second line is <!-- address: https://… -->.`);
  if (given !== undefined && URL.parse(given)?.href !== url.href)
    throw new Stop(`${page} stands at ${url.href}, as its second line says, and not at ${given}.`);
  const seen = readPage(adapter, { url, document: new JSDOM(html).window.document });
  if (!seen) throw new Stop(`${adapter.label} does not recognise ${url.href}: see recognise in the adapter.`);
  const { papers, problems } = seen.reading;
  if (papers.length === 0) throw new Stop(`${adapter.label} reads no paper of ${page}: fill the page in first.`);
  const file = page.replace(/\.html$/, '.expected.json');
  const json = `${JSON.stringify({ digest: seen.digest, papers, problems }, undefined, 2)}\n`;
  if (!existsSync(file)) writeFileSync(file, json);
  else if (JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(JSON.parse(json)))
    return { done: 'nothing', file, papers: papers.length };
  else throw new Stop(`${file} expects something else than is read now. Delete it if it is wrong, and run this again.`);
  return { done: 'reading', file, papers: papers.length };
}

function adapterNamed(site: string): SiteAdapter {
  const adapter = adapters.find(({ id }) => id === site);
  if (adapter) return adapter;
  const known = adapters.map(({ id }) => id).join(', ');
  throw new Stop(`There is no adapter "${site}" in lib/adapters/registry.ts; there are ${known}.`);
}
