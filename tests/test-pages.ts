import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SiteAdapter } from '../lib/adapters/adapter.ts';
import { adapters } from '../lib/adapters/registry.ts';

const FOLDER = resolve(import.meta.dirname, 'pages');

/** A page of ours with what must be read from it. */
export interface TestPage {
  /** Adapter and file, for the name of a test. */
  name: string;
  adapter: SiteAdapter;
  /** Where the page stands on the site; the page says so itself in its second line. */
  address: string;
  html: string;
  /** `{ digest, papers, problems }`, from the file beside the page. */
  expected: { digest: unknown; papers: { abstract?: string }[]; problems: unknown[] };
}

/** Every page in the folder of every adapter. */
export function testPages(): TestPage[] {
  return adapters.flatMap((adapter) => {
    const folder = resolve(FOLDER, adapter.id);
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
    return files.map((file) => testPage(adapter, folder, file));
  });
}

function testPage(adapter: SiteAdapter, folder: string, file: string): TestPage {
  const html = readFileSync(resolve(folder, file), 'utf8');
  const address = /<!-- address: (\S+) -->/.exec(html)?.[1];
  if (!address) throw new Error(`${file} does not say its address: add <!-- address: https://… --> below the doctype.`);
  const beside = resolve(folder, file.replace(/\.html$/, '.expected.json'));
  if (!existsSync(beside)) throw new Error(`${file} has no expected reading: write ${beside}.`);
  return { name: `${adapter.id}/${file}`, adapter, address, html, expected: JSON.parse(readFileSync(beside, 'utf8')) };
}
