import type { GleanerDatabase } from '../library/database.ts';
import { INDEX_TABLES, unindexed } from '../library/index-work.ts';
import { lookUp, type WordHits } from './look-up.ts';
import { readPart } from './paper-tokens.ts';
import type { Breather } from './pause.ts';
import type { QueryWord } from './query.ts';
import { refresh, type Searcher, searcherOf, type View } from './view.ts';
import { chooseScanned, overlaid, scan, scannedSegments } from './waiting.ts';

/** All that is needed to answer a query without reading more of the index. */
export interface Gathered {
  /** What each word found, in the order of the words. */
  found: WordHits[];
  view: View;
  /** Papers that are neither indexed as they are now nor looked through. */
  waiting: number;
}

/**
 * Looks words up in the index and in what is not in it yet, as both were at one moment. Nearly always nothing has changed
 * since the last query and nothing waits: then only blocks are read that are not at hand, and often nothing at all.
 */
export async function gather(db: GleanerDatabase, words: readonly QueryWord[], breather: Breather): Promise<Gathered> {
  const searcher = searcherOf(db);
  const { view } = searcher;
  const isSettled = searcher.settledAt === searcher.changes;
  const found = isSettled && (await lookUp(db, searcher, view, words));
  return found ? { found, view, waiting: 0 } : gatherAnew(db, searcher, words, breather);
}

async function gatherAnew(
  db: GleanerDatabase,
  searcher: Searcher,
  words: readonly QueryWord[],
  breather: Breather,
): Promise<Gathered> {
  const { changes } = searcher;
  const read = await db.transaction('r', [...INDEX_TABLES], async () => {
    const [view, due] = await Promise.all([refresh(db, searcher), unindexed(db)]);
    const { scanned, waiting } = chooseScanned(due);
    const [found, text, said] = await Promise.all([
      lookUp(db, searcher, view, words),
      readPart(db, 'text', scanned.text),
      readPart(db, 'said', scanned.said),
    ]);
    if (!found) throw new Error('The search index has lost a block');
    return { view, due, scanned, waiting, found, texts: { text, said } };
  });
  const { view, due, scanned, waiting, found, texts } = read;
  if (due.text.length + due.said.length === 0) {
    searcher.settledAt = changes;
    return { found, view, waiting };
  }
  searcher.scan = await scan(texts, searcher.scan, breather);
  const late = await lookUp(db, searcher, { segments: scannedSegments(searcher.scan) }, words);
  const all = found.map((hits, index) => ({ ...hits, hits: [...hits.hits, ...(late?.[index]?.hits ?? [])] }));
  return { found: all, view: overlaid(view, due, scanned, searcher.scan), waiting };
}
