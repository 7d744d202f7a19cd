import 'fake-indexeddb/auto';
import type { Capture } from '../lib/domain/capture.ts';
import type { DigestRef } from '../lib/domain/digest.ts';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { type GleanerDatabase, openDatabase } from '../lib/library/database.ts';

let opened = 0;

/** Runs `work` on an empty library of its own (in memory), and deletes it afterwards. */
export async function withLibrary<Result>(work: (db: GleanerDatabase) => Promise<Result>): Promise<Result> {
  opened += 1;
  const db = openDatabase(`library-${opened}`);
  try {
    return await work(db);
  } finally {
    await db.delete();
  }
}

/** A paper as an adapter would hand it over; give what matters to the test. */
export function scraped(paper: Partial<ScrapedPaper> & { title: string }): ScrapedPaper {
  return { identifiers: [], source: 'huggingface-data', rank: 1, ...paper };
}

/** A capture of these papers, ranked in the order given unless they carry a rank. */
export function captureOf(
  papers: ScrapedPaper[],
  digest: Partial<DigestRef> = {},
  seenAt = '2026-05-12T08:00:00.000Z',
): Capture {
  return {
    digest: { key: 'huggingface:day:2026-05-12', site: 'huggingface', kind: 'day', ...digest },
    adapter: 'huggingface',
    seenAt,
    papers: papers.map((paper, index) => ({ ...paper, rank: paper.rank > 1 ? paper.rank : index + 1 })),
    problems: [],
  };
}
