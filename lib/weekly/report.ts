import type { SiteId } from '../domain/digest.ts';
import { countLists, type ListedPaper, latestUpvotes } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Span } from '../domain/week.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { loadListed } from '../library/queries.ts';
import type { WeekPapers } from '../library/week-papers.ts';
import { wordRarity } from '../search/word-rarity.ts';
import { sharedPhrases } from './phrases.ts';
import { chooseTopics, type Topic } from './topics.ts';

/** What came by in a week. Where papers stand in no other order, those stand first that most digests showed. */
export interface Report {
  week: Span;
  /** Papers that were added in the week, and of them those that were read, that are starred, that came as examples. */
  count: number;
  read: number;
  starred: number;
  examples: number;
  /** Papers that more than one list showed, most lists first. */
  several: ListedPaper[];
  topics: { name: string; papers: ListedPaper[] }[];
  /** Most papers first; `count` is how many the site showed, `papers` those of them that were looked at. */
  sites: { site: SiteId; count: number; papers: ListedPaper[] }[];
  /** The papers of the week that were looked at, newest first: all, unless it brought very many. */
  papers: ListedPaper[];
  /** Starred and unread, of any week, oldest first: the first of them, and how many there are. */
  waiting: { count: number; papers: ListedPaper[] };
}

/** Of a week that brought more, the newest are looked at; all are counted. */
const MOST_READ = 2_000;
const MOST_WAITING = 20;

/**
 * Collects what came by in a week. What it costs follows the papers of the week, not those of the library.
 * @param found the papers of that week
 */
export async function readReport(db: GleanerDatabase, week: Span, found: WeekPapers): Promise<Report> {
  const waiting = found.waiting.slice(0, MOST_WAITING);
  const ids = found.ids.slice(0, MOST_READ);
  const listed = await loadListed(db, [...new Set([...ids, ...waiting])]);
  const papersOf = (some: readonly PaperId[]) => some.flatMap((id) => listed.get(id) ?? []);
  const papers = papersOf(ids);
  const topics = await topicsOf(db, papers);
  return {
    week,
    count: found.ids.length,
    read: found.read,
    starred: found.starred,
    examples: found.examples,
    several: byLists(papers.filter((paper) => countLists(paper) > 1)),
    topics: topics.map(({ name, ids: own }) => ({ name, papers: byLists(papersOf(own)) })),
    sites: sitesOf(found, byLists(papers)),
    papers,
    waiting: { count: found.waiting.length, papers: papersOf(waiting) },
  };
}

async function topicsOf(db: GleanerDatabase, papers: readonly ListedPaper[]): Promise<Topic[]> {
  const phrases = sharedPhrases(papers);
  if (phrases.length === 0) return [];
  return chooseTopics(phrases, await wordRarity(db, [...new Set(phrases.flatMap(({ words }) => words))]));
}

function byLists(papers: readonly ListedPaper[]): ListedPaper[] {
  const votes = (listed: ListedPaper) => latestUpvotes(listed) ?? 0;
  return [...papers].sort(
    (a, b) =>
      countLists(b) - countLists(a) || votes(b) - votes(a) || b.entry.order - a.entry.order || a.paper.id - b.paper.id,
  );
}

function sitesOf({ sites }: WeekPapers, papers: readonly ListedPaper[]): Report['sites'] {
  const isOn = (site: SiteId) => (listed: ListedPaper) => listed.seen.some(({ digest }) => digest.site === site);
  return [...sites]
    .sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1))
    .map(([site, count]) => ({ site, count, papers: papers.filter(isOn(site)) }));
}
