import type { PaperId } from '../domain/paper.ts';
import { resolvePaper } from '../domain/resolve.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { holdsWord, type QueryWord, queryWords, searchable } from './words.ts';

/** What is searched of one paper, folded, with the weight of a hit in it. */
type Fields = readonly [title: string, authors: string, abstract: string];
const WEIGHTS = [4, 3, 1] as const;

/** Papers read between two looks at the signal: about 5 ms of work, so that typing never waits. */
const SLICE = 200;

/** Folded texts of papers already searched; dropped when any paper changes. One for each open library. */
const caches = new WeakMap<GleanerDatabase, Map<PaperId, Fields>>();

/**
 * Searches title, authors and abstract of these papers. Every word of the query must be found at the start of a word
 * (anywhere, in scripts without spaces); case and accents do not matter.
 *
 * @param ids the papers to search, in the order in which equally good ones are to stand
 * @param signal stops a search that a newer one has overtaken
 * @returns ids of the papers found, best first: hits in the title before authors before the abstract
 * @throws the signal's reason, when it is stopped
 */
export async function searchPapers(
  db: GleanerDatabase,
  query: string,
  ids: readonly PaperId[],
  signal: AbortSignal,
): Promise<PaperId[]> {
  const words = queryWords(query);
  if (words.length === 0) return [...ids];
  const cache = cacheOf(db);
  const found: { id: PaperId; score: number }[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    await fill(db, cache, slice);
    signal.throwIfAborted();
    for (const id of slice) {
      const fields = cache.get(id);
      const score = fields ? scoreOf(fields, words) : 0;
      if (score > 0) found.push({ id, score });
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ id }) => id);
}

/** The sum of the best place of every word; 0 when a word is missing. */
function scoreOf(fields: Fields, words: readonly QueryWord[]): number {
  let score = 0;
  for (const word of words) {
    const field = fields.findIndex((text) => holdsWord(text, word));
    if (field < 0) return 0;
    score += WEIGHTS[field] ?? 0;
  }
  return score;
}

async function fill(db: GleanerDatabase, cache: Map<PaperId, Fields>, ids: readonly PaperId[]): Promise<void> {
  const missing = ids.filter((id) => !cache.has(id));
  if (missing.length === 0) return;
  for (const row of await db.papers.bulkGet(missing)) {
    if (!row) continue;
    const { title, authors, abstract } = resolvePaper(row);
    cache.set(row.id, [searchable(title), searchable((authors ?? []).join(' · ')), searchable(abstract ?? '')]);
  }
}

function cacheOf(db: GleanerDatabase): Map<PaperId, Fields> {
  const known = caches.get(db);
  if (known) return known;
  const cache = new Map<PaperId, Fields>();
  caches.set(db, cache);
  db.onPapersChanged(() => cache.clear());
  return cache;
}
