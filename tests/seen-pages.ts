import { JSDOM } from 'jsdom';
import { anyPage } from '../lib/adapters/any-page.ts';
import { readPage } from '../lib/adapters/read-page.ts';
import { adapterFor, adapters } from '../lib/adapters/registry.ts';
import type { Capture } from '../lib/domain/capture.ts';
import type { Paper } from '../lib/domain/paper.ts';
import { resolvePaper } from '../lib/domain/resolve.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { everyPaper } from './library.ts';
import type { ShownPage } from './pages/many-sites.ts';

/** Takes in what each page gives, one after the other. */
export async function seeAll(db: GleanerDatabase, pages: readonly ShownPage[]): Promise<void> {
  for (const page of pages) await ingest(db, captureOf(page));
}

/** What a page gives, read as the extension reads it: by the adapter of its site, or as any page. */
export function captureOf({ address, html }: ShownPage): Capture {
  const url = new URL(address);
  const adapter = adapterFor(adapters, url.hostname) ?? anyPage;
  const seen = readPage(adapter, { url, document: new JSDOM(html).window.document });
  if (seen?.reading.papers.length !== 1) throw new Error(`${address} was not read`);
  const { papers, problems } = seen.reading;
  return { digest: seen.digest, adapter: adapter.id, seenAt: '2026-05-12T08:00:00.000Z', papers, problems };
}

/** The one paper that a library is expected to hold. */
export async function onlyPaper(db: GleanerDatabase): Promise<Paper> {
  const papers = [...(await everyPaper(db))].map(([id, { descriptions }]) => resolvePaper({ id, descriptions }));
  const [paper, ...others] = papers;
  if (!paper || others.length > 0) throw new Error(`The library holds ${papers.length} papers`);
  return paper;
}
