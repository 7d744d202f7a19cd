import { mainLink, titleSearchLink } from '../domain/paper.ts';
import type { Status } from '../domain/shelf.ts';
import { webAddress } from '../domain/web-address.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { loadListed } from '../library/queries.ts';
import { searchPapers } from '../search/search.ts';

const MOST = 5;

/** A paper that was found, as the address bar offers it. */
export interface FoundPaper {
  address: string;
  title: string;
  status: Status;
}

/**
 * The best papers for what is typed into the address bar; none for an empty text, and none that the user has removed.
 */
export async function suggestPapers(db: GleanerDatabase, typed: string): Promise<FoundPaper[]> {
  if (typed.trim() === '') return [];
  const { ids } = await searchPapers(db, typed.slice(0, 500));
  // More than are shown: some may be removed, and two may lead to one address, which a browser refuses.
  const best = ids.slice(0, MOST * 4);
  const listed = await loadListed(db, best);
  const found = new Map<string, FoundPaper>();
  for (const id of best) {
    const one = listed.get(id);
    if (!one || one.entry.removed || found.size >= MOST) continue;
    const address = webAddress(mainLink(one.paper)) ?? titleSearchLink(one.paper.title);
    if (!found.has(address)) found.set(address, { address, title: one.paper.title, status: one.entry.status });
  }
  return [...found.values()];
}
