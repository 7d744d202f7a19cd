import { expect, test } from 'vitest';
import type { Capture } from '../lib/domain/capture.ts';
import { arxivIdentifier } from '../lib/domain/identifier.ts';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { boundText, LIMITS } from '../lib/domain/plain-text.ts';
import { ingest } from '../lib/library/ingest.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { corpusPapers, hasCorpus, type PublishedPaper } from './corpus-entries.ts';
import { captureOf, everyPaper, withLibrary } from './library.ts';

const PAGE = 60;

/** The same paper as a page with identifiers gives it, and as a text file without any does. */
function identified({ id, title, summary, authors }: PublishedPaper): ScrapedPaper {
  const identifier = arxivIdentifier(id);
  if (!identifier) throw new Error(`${id} is no arXiv identifier`);
  return { ...bare({ id, title, summary, authors }), identifiers: [identifier], authors, source: 'huggingface-data' };
}

function bare({ title, summary }: PublishedPaper): ScrapedPaper {
  return {
    identifiers: [],
    source: 'text-file',
    rank: 1,
    title: boundText(title, LIMITS.title).text,
    abstract: boundText(summary, LIMITS.abstract).text,
  };
}

/** All papers in pages, read with identifiers and read as bare titles. */
function capturesOf(published: readonly PublishedPaper[]): Capture[] {
  return [identified, bare].flatMap((read) =>
    Array.from({ length: Math.ceil(published.length / PAGE) }, (_, page) =>
      captureOf(published.slice(page * PAGE, (page + 1) * PAGE).map(read), { key: `huggingface:${read.name}:${page}` }),
    ),
  );
}

function takeIn(captures: readonly Capture[]) {
  return withLibrary(async (db) => {
    for (const capture of captures) await ingest(db, capture);
    return { dump: await canonicalDump(db), rows: [...(await everyPaper(db)).values()] };
  });
}

test.skipIf(!hasCorpus)(
  'thousands of real papers, by identifier and by title, in two orders, are the same library (needs the corpus)',
  async () => {
    const published = corpusPapers();
    const captures = capturesOf(published);
    const orderly = await takeIn([...captures, ...captures]);
    const reversed = await takeIn([...captures, ...captures].reverse());
    expect(orderly.rows).toHaveLength(published.length);
    for (const { descriptions } of orderly.rows) {
      expect(new Set(descriptions.flatMap(({ identifiers }) => identifiers)).size).toBe(1);
      expect(descriptions).toHaveLength(2);
    }
    expect(reversed.dump === orderly.dump).toBe(true);
  },
  600_000,
);
