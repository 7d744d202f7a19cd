import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { newTally, score } from './add-up.ts';
import { FIELDS, type Field, type FieldTokens } from './fields.ts';
import { impactOf, rarityOf, worthOf } from './formula.ts';
import { gather } from './gather.ts';
import { bytesOf } from './look-up.ts';
import { readPart, tokensOf } from './paper-tokens.ts';
import { newBreather } from './pause.ts';
import type { QueryWord } from './query.ts';
import { bestOf } from './rank.ts';

/** Words of a paper that are looked up, those that stand out most in it. */
const LOOKED_UP = 48;
/** Words that are asked for: the most telling of those. */
const ASKED = 25;
/** Shorter words are seldom telling and would read the longest lists. */
const SHORTEST = 3;

/**
 * Papers that share the most telling words of a paper, best first, itself left out; empty when there is no such paper.
 * @param limit how many at most
 * @throws the signal's reason, when it is stopped
 */
export async function relatedPapers(
  db: GleanerDatabase,
  id: PaperId,
  { limit, signal }: { limit: number; signal?: AbortSignal },
): Promise<PaperId[]> {
  const texts = (await readPart(db, 'text', [id])).get(id);
  if (!texts) return [];
  const words = standingOut(tokensOf(texts));
  const breather = newBreather(signal);
  const { view, found } = await gather(
    db,
    words.map(({ text }): QueryWord => ({ text, prefix: false })),
    breather,
  );
  const telling = found
    .map((hits, index) => ({ hits, weight: words[index]?.weight ?? 0, bytes: bytesOf(hits) }))
    .map((word) => ({ ...word, value: word.weight * rarityOf(view.papers, Math.min(word.bytes, view.papers)) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, ASKED);
  const tally = newTally(view.owners.text.length);
  for (const { hits } of telling) {
    await score(tally, view, hits, breather);
  }
  const { text } = view.owners;
  return bestOf(tally.scores, limit, (paper) => paper !== id && text[paper] !== 0);
}

/** The words of a paper, most outstanding first, by what they would count in a search. */
function standingOut(tokens: FieldTokens): { text: string; weight: number }[] {
  const weights = new Map<string, number>();
  // A name is rare as a rule, and would make of related papers those of a namesake.
  const topical: Field[] = ['title', 'abstract'];
  for (const field of topical) {
    const words = tokens[field] ?? [];
    const times = new Map<string, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    for (const [word, count] of times) {
      if (word.length < SHORTEST && field !== 'title') continue;
      const { weight, usual } = FIELDS[field];
      weights.set(word, (weights.get(word) ?? 0) + weight * worthOf(impactOf(count, words.length, usual)));
    }
  }
  const sorted = [...weights].sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP);
  return sorted.map(([text, weight]) => ({ text, weight }));
}
