import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { readableTex } from '../domain/readable-tex.ts';
import { foldLetters } from '../domain/title-key.ts';
import { SMALL_WORDS } from './small-words.ts';

/** Words that several papers share: what a topic may be made of. */
export interface Phrase {
  /** As most of the papers spell it. */
  name: string;
  /** Folded, in order. */
  words: string[];
  ids: Set<PaperId>;
  /** Whether the papers themselves name it, or the user does: a keyword or a tag, and no words of a title. */
  isNamed: boolean;
}

/** Most phrases that are gone on with. */
const MOST = 120;
const MOST_WORDS = 5;
const SHORTEST = 3;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

interface Counted extends Phrase {
  spellings: Map<string, number>;
}

/**
 * The phrases that at least two of these papers share, those of most papers first: their keywords and the user's tags,
 * and of papers that have neither, the words of the title and each two that stand side by side.
 */
export function sharedPhrases(papers: readonly ListedPaper[]): Phrase[] {
  const counted = new Map<string, Counted>();
  for (const { paper, entry } of papers) {
    const named = [...(paper.keywords ?? []), ...entry.tags];
    const texts = named.length > 0 ? named : titlePhrases(paper.title);
    for (const text of texts) count(counted, text, paper.id, named.length > 0);
  }
  const shared = [...counted].filter(([, { ids }]) => ids.size > 1);
  shared.sort(([aKey, a], [bKey, b]) => b.ids.size - a.ids.size || (aKey < bKey ? -1 : 1));
  return shared.slice(0, MOST).map(([, { spellings, ...phrase }]) => ({ ...phrase, name: usual(spellings) }));
}

function count(counted: Map<string, Counted>, text: string, id: PaperId, isNamed: boolean): void {
  const words = foldLetters(text).match(WORD) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return;
  // One thing and several of it are one topic.
  const key = words.map(singular).join(' ');
  const known = counted.get(key) ?? { name: '', words, ids: new Set(), isNamed, spellings: new Map() };
  known.ids.add(id);
  known.isNamed ||= isNamed;
  known.spellings.set(text, (known.spellings.get(text) ?? 0) + 1);
  counted.set(key, known);
}

function titlePhrases(title: string): string[] {
  const words = readableTex(title).match(WORD) ?? [];
  const isTelling = (word: string | undefined): word is string =>
    word !== undefined && word.length >= SHORTEST && !isSmall(word.toLowerCase()) && !/^\d+$/.test(word);
  const single = words.filter(isTelling);
  const pairs = words.flatMap((word, index) => {
    const next = words[index + 1];
    return isTelling(word) && isTelling(next) ? `${word} ${next}` : [];
  });
  return [...single, ...pairs];
}

function isSmall(word: string): boolean {
  return SMALL_WORDS.has(word) || SMALL_WORDS.has(singular(word));
}

function singular(word: string): string {
  return word.length > SHORTEST && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The spelling of most papers; among equals the one that comes last in Unicode, which has fewer capitals. */
function usual(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, aCount], [b, bCount]) => bCount - aCount || (a > b ? -1 : 1));
  return first?.[0] ?? '';
}
