import type { GleanerDatabase } from '../library/database.ts';
import { rarityOf } from './formula.ts';
import { gather } from './gather.ts';
import { bytesOf } from './look-up.ts';
import { newBreather } from './pause.ts';

/** How rare words are in the library, as `rarityOf` measures it. */
export interface Rarity {
  of: ReadonlyMap<string, number>;
  /** The rarity of a word that one paper in twenty holds. */
  ofTwentieth: number;
}

/**
 * How rare words are, nearly: told by the lengths of their postings, of which none is read.
 * @param words folded, as `indexTokens` gives them
 */
export async function wordRarity(db: GleanerDatabase, words: readonly string[]): Promise<Rarity> {
  const asked = words.map((text) => ({ text, prefix: false }));
  const { view, found } = await gather(db, asked, newBreather());
  const { papers } = view;
  const holding = (index: number) => Math.min(found[index] ? bytesOf(found[index]) : 0, papers);
  return {
    of: new Map(words.map((word, index) => [word, rarityOf(papers, holding(index))])),
    ofTwentieth: rarityOf(papers, papers / 20),
  };
}
