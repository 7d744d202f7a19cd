import type { SiteId } from '../domain/digest.ts';
import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Span } from '../domain/week.ts';
import type { GleanerDatabase } from './database.ts';
import { membersOf } from './digest-members.ts';
import { countSites, listPaperIds, listShelves } from './list-papers.ts';
import { preloadedDigests } from './preload.ts';

/** The papers of a week as the lists know them: every number is the length of the list that its filter gives. */
export interface WeekPapers {
  /** Papers that were added in it, newest first. */
  ids: PaperId[];
  read: number;
  starred: number;
  /** By site, for sites that showed any; a paper that two sites showed counts for both. */
  sites: Map<SiteId, number>;
  /** How many of them came with Gleaner and have been seen nowhere else. */
  examples: number;
  /** Papers of any week that are starred and unread, oldest first. */
  waiting: PaperId[];
}

const TABLES = ['columns', 'meta', 'digests', 'members', 'paperPacks'];

/** The papers that were added in a week. Reads columns, and of papers only those examples that were added in it. */
export async function weekPapers(db: GleanerDatabase, week: Span): Promise<WeekPapers> {
  const filter: ShelfFilter = { status: 'all', starred: false, addedSince: week.since, addedBefore: week.until };
  return db.transaction('r', TABLES, async () => {
    const [shelves, starred, counts, waiting] = await Promise.all([
      listShelves(db, filter),
      listPaperIds(db, { ...filter, starred: true }),
      countSites(db, filter),
      listPaperIds(db, { status: 'unread', starred: true }, 'oldest'),
    ]);
    return {
      ids: shelves.all,
      read: shelves.read.length,
      starred: starred.length,
      sites: new Map([...counts].filter(([, count]) => count > 0)),
      examples: await countExamples(db, shelves.all),
      waiting,
    };
  });
}

/** How many papers came by in a week. The examples were put there and came by nowhere until some page shows them. */
export async function countWeek(db: GleanerDatabase, week: Span): Promise<number> {
  const filter: ShelfFilter = { status: 'all', starred: false, addedSince: week.since, addedBefore: week.until };
  return db.transaction('r', TABLES, async () => {
    const ids = await listPaperIds(db, filter);
    return ids.length - (await countExamples(db, ids));
  });
}

async function countExamples(db: GleanerDatabase, ids: readonly PaperId[]): Promise<number> {
  const keys = await preloadedDigests(db);
  const preloaded = new Set(keys);
  const members = await membersOf(db, keys);
  const papers = await db.papers.get(ids.filter((id) => members.has(id)));
  const isExample = (seen: readonly { digestKey: string }[]) => seen.every(({ digestKey }) => preloaded.has(digestKey));
  return [...papers.values()].filter(({ sightings }) => isExample(sightings)).length;
}
