import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { type Random, randomFrom } from './grown/random.ts';
import type { Query } from './page/engine.ts';

export const QUERY_KINDS = [
  'a word',
  'a rare word',
  'two words',
  'three words',
  'author and word',
  'being typed',
] as const;
type QueryKind = (typeof QUERY_KINDS)[number];

/** A rare word is about as long as names of methods and made-up terms are. */
const LONG = 9;

/**
 * As many queries of each of the six kinds as make up `count`, each made from one paper of the library, so that each
 * finds something.
 * @param turn other queries for another turn, so that no run finds its blocks warm from the one before
 */
export function queriesFor(
  { paper }: { paper(index: number): ScrapedPaper },
  papers: number,
  count: number,
  turn: number,
): Query[] {
  const random = randomFrom(papers, turn);
  return Array.from({ length: count }, (_, at) => {
    const kind = QUERY_KINDS[at % QUERY_KINDS.length] ?? 'a word';
    return { kind, text: textOf(kind, paper(random.below(papers)), random) };
  });
}

/** Two words of a title as they are typed, one query a key: `a`, `at`, `att`, … */
export function keysOf({ title }: Pick<ScrapedPaper, 'title'>): Query[] {
  const text = wordsOf(title).slice(0, 2).join(' ');
  return Array.from({ length: text.length }, (_, at) => ({ kind: 'key', text: text.slice(0, at + 1) })).filter(
    (query) => !query.text.endsWith(' '),
  );
}

function textOf(kind: QueryKind, paper: ScrapedPaper, random: Random): string {
  const abstract = wordsOf(paper.abstract ?? '').filter((word) => word.length > 2);
  const some = (count: number) => Array.from({ length: count }, () => random.pick(abstract)).join(' ');
  if (kind === 'a word') return random.pick(wordsOf(paper.title));
  if (kind === 'a rare word') return abstract.filter((word) => word.length >= LONG).sort(byLength)[0] ?? some(1);
  if (kind === 'two words') return some(2);
  if (kind === 'three words') return some(3);
  if (kind === 'author and word')
    return `${paper.authors?.[0]?.split(' ').at(-1) ?? ''} ${random.pick(wordsOf(paper.title))}`;
  return `${random.pick(wordsOf(paper.title))} ${random.pick(abstract).slice(0, 3)}`;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
