import { resolvePaper } from '../lib/domain/resolve.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { FIELDS, type Field } from '../lib/search/fields.ts';
import { closenessOf, impactOf, LETTERS_IMPACT, MOST_WORTH, rarityOf, SAME, worthOf } from '../lib/search/formula.ts';
import { type Condition, needsReading, parseQuery, type QueryWord, wantedWords } from '../lib/search/query.ts';
import { indexTokens, isUnspaced, sequenceOf } from '../lib/search/tokens.ts';
import { everyEntry, everyPaper } from './library.ts';

type Texts = Record<Field, string[]>;

/** A paper with its words counted, field by field. */
export interface CountedPaper {
  id: number;
  texts: Texts;
  words: Record<Field, { times: Map<string, number>; length: number }>;
}

/** All papers of a library that can be found, as they lie in its own tables. */
export async function countLibrary(db: GleanerDatabase): Promise<CountedPaper[]> {
  const papers = await everyPaper(db);
  return (await everyEntry(db))
    .filter(({ removed }) => !removed)
    .map(({ paperId: id, tags, note }) => {
      const {
        title,
        authors = [],
        abstract = '',
      } = resolvePaper({ id, descriptions: papers.get(id)?.descriptions ?? [] });
      return countPaper(id, { title: [title], authors, abstract: [abstract], tags, note: [note] });
    });
}

function countPaper(id: number, texts: Texts): CountedPaper {
  const counts = (field: Field) => {
    const tokens = texts[field].flatMap(indexTokens);
    const times = new Map<string, number>();
    for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1);
    return { times, length: tokens.length };
  };
  const [title, authors, abstract] = [counts('title'), counts('authors'), counts('abstract')];
  return { id, texts, words: { title, authors, abstract, tags: counts('tags'), note: counts('note') } };
}

/**
 * What search has to answer, found without an index: every word of every paper is compared with every word of the query,
 * by the same formula.
 */
export function searchByReading(papers: readonly CountedPaper[], query: string): number[] {
  const parsed = parseQuery(query);
  const scores = new Map(papers.map(({ id }) => [id, 0]));
  for (const word of wantedWords(parsed)) {
    for (const paper of papers) if (!isHeld(word, paper)) scores.delete(paper.id);
    for (const field of fieldsOf(word)) {
      const holding = papers.filter((paper) => worthInField(word, field, paper) > 0);
      const rarity = rarityOf(papers.length, holding.length);
      for (const paper of holding) {
        const score = scores.get(paper.id);
        const worth = Math.min(worthInField(word, field, paper), MOST_WORTH);
        if (score !== undefined) scores.set(paper.id, score + rarity * worth);
      }
    }
  }
  const fits = (paper: CountedPaper) =>
    scores.has(paper.id) &&
    parsed.wanted.every((condition) => holds(paper, condition)) &&
    !parsed.unwanted.some((condition) => holds(paper, condition));
  const ids = papers.filter(fits).map(({ id }) => id);
  return ids.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a);
}

function fieldsOf({ field }: Pick<QueryWord, 'field'>): Field[] {
  return field ? [field] : (Object.keys(FIELDS) as Field[]);
}

function isHeld(word: QueryWord, paper: CountedPaper): boolean {
  return fieldsOf(word).some((field) => worthInField(word, field, paper) > 0);
}

function worthInField({ text, prefix }: QueryWord, field: Field, { words }: CountedPaper): number {
  const { times, length } = words[field];
  const { weight, usual, byLetters } = FIELDS[field];
  const worth = (term: string) => worthOf(impactOf(times.get(term) ?? 0, length, usual));
  const same = times.has(text) ? weight * SAME * worth(text) : 0;
  if (!prefix) return same;
  if ([...text].length <= 2 && !isUnspaced(text)) {
    const begins = [...times.keys()].some((term) => !isUnspaced(term) && term.startsWith(text));
    return same + (begins && byLetters ? weight * SAME * worthOf(LETTERS_IMPACT) : 0);
  }
  const longer = [...times.keys()].filter((term) => term.startsWith(text));
  const bytes = Buffer.byteLength(text);
  return longer.reduce((sum, term) => sum + weight * closenessOf(bytes, Buffer.byteLength(term)) * worth(term), 0);
}

function holds(paper: CountedPaper, condition: Condition): boolean {
  if (!condition.words.every((word) => isHeld(word, paper))) return false;
  if (!needsReading(condition)) return true;
  const phrase = ` ${condition.runs.flatMap(({ units }) => units).join(' ')} `;
  return fieldsOf(condition).some((field) => paper.texts[field].some((text) => sequenceOf(text).includes(phrase)));
}
