import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { bring, mask, newTally, score, type Tally } from './add-up.ts';
import { gather } from './gather.ts';
import type { WordHits } from './look-up.ts';
import { type Breather, newBreather } from './pause.ts';
import { type Condition, needsReading, parseQuery, wantedWords } from './query.ts';
import { ranked } from './rank.ts';
import { verified } from './verify.ts';
import { searcherOf, type View } from './view.ts';

export interface SearchOptions {
  /** By paper number: 1 where the paper may be found. Without it, all may. */
  among?: Uint8Array;
  /** Stops a search that a newer one has overtaken. */
  signal?: AbortSignal;
}

export interface Found {
  /** Papers that hold all that was asked for, best first; equally good ones by number, greatest first. */
  ids: PaperId[];
  /** There may be more: so many words begin with what is typed, or so many papers hold a phrase's words. */
  cut: boolean;
  /** Papers that are not indexed as they are now and were not looked through either. */
  waiting: number;
}

/**
 * Searches titles, authors, abstracts, tags and notes (`query.ts` says how a query is read). Papers that are not indexed
 * yet are found too, up to some hundred. A query without a word finds all papers.
 * @throws the signal's reason, when it is stopped
 */
export async function searchPapers(
  db: GleanerDatabase,
  query: string,
  { among, signal }: SearchOptions = {},
): Promise<Found> {
  signal?.throwIfAborted();
  const breather = newBreather(signal);
  const parsed = parseQuery(query);
  const words = wantedWords(parsed);
  const unwantedWords = parsed.unwanted.flatMap((condition) => condition.words);
  const { view, found, waiting } = await gather(db, [...words, ...unwantedWords], breather);
  signal?.throwIfAborted();
  const searcher = searcherOf(db);
  const tally = newTally(view.owners.text.length, searcher.tally);
  delete searcher.tally;
  for (const [place, hits] of found.slice(0, words.length).entries()) {
    await score(tally, view, hits, breather, place);
  }
  const unwanted = await findUnwanted(parsed.unwanted, found.slice(words.length), { tally, view, breather });
  const best = ranked(candidatesOf(view, tally, { words: words.length, among, unwanted }), tally.scores);
  // Only now, for a search that was stopped half-way leaves sums behind.
  searcher.tally = tally;
  if (breather.due()) await breather.rest();
  const phrases = { wanted: parsed.wanted.filter(needsReading), unwanted: unwanted.filter(isPhrase) };
  const { ids, cut } = await verified(db, best, phrases, breather);
  return { ids, cut: cut || found.some((hits) => hits.cut), waiting };
}

/** Something that a paper must not hold, and the papers that hold all words of it. */
export interface Unwanted {
  condition: Condition;
  holding: Uint8Array;
}

function isPhrase({ condition }: Unwanted): boolean {
  return needsReading(condition);
}

interface Running {
  tally: Tally;
  view: View;
  breather: Breather;
}

/** @param found what each word of each condition found, one after another */
async function findUnwanted(
  conditions: readonly Condition[],
  found: readonly WordHits[],
  { tally, view, breather }: Running,
): Promise<Unwanted[]> {
  const unwanted: Unwanted[] = [];
  let next = 0;
  for (const condition of conditions) {
    const holding = new Uint8Array(view.owners.text.length).fill(1);
    for (const hits of found.slice(next, next + condition.words.length)) {
      await bring(tally, view, hits.hits, breather);
      mask(tally, holding);
    }
    unwanted.push({ condition, holding });
    next += condition.words.length;
  }
  return unwanted;
}

interface Bounds {
  words: number;
  among: Uint8Array | undefined;
  unwanted: readonly Unwanted[];
}

/** Papers that hold all words and nothing that is surely unwanted, ascending; they are good until the next word. */
function candidatesOf(view: View, tally: Tally, { words, among, unwanted }: Bounds): Uint32Array {
  const sure = unwanted.filter((each) => !isPhrase(each));
  const { text } = view.owners;
  const { touched } = tally;
  const holders = words > 0 ? holdersOf(tally, words) : Uint32Array.from(text.keys());
  let count = 0;
  for (let at = 0; at < holders.length; at++) {
    const paper = holders[at] ?? 0;
    if (text[paper] === 0 || (among && among[paper] !== 1)) continue;
    if (sure.length > 0 && sure.some(({ holding }) => holding[paper])) continue;
    touched[count++] = paper;
  }
  return touched.subarray(0, count);
}

/** Beyond this part of all papers, going through all of them is quicker than sorting those that were reached. */
const MANY = 1 / 32;

/** Papers that hold all words, ascending. */
function holdersOf({ held, reached, reachedCount }: Tally, words: number): Uint32Array {
  const found = reached.subarray(0, reachedCount);
  if (isAscending(found)) return found;
  if (found.length < held.length * MANY) return found.sort();
  let count = 0;
  for (let paper = 1; paper < held.length; paper++) if (held[paper] === words) reached[count++] = paper;
  return reached.subarray(0, count);
}

function isAscending(papers: Uint32Array): boolean {
  for (let at = 1; at < papers.length; at++) if ((papers[at] ?? 0) < (papers[at - 1] ?? 0)) return false;
  return true;
}
