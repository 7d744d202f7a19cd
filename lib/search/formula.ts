/**
 * How well a paper fits, in whole numbers, so that sums come out the same in whatever order they are made:
 *
 *     score(paper) = Σ over words and fields of  rarity(word in field) × weight(field) ×
 *                    Σ over matching terms of closeness(word, term) × worth(impact of term in field)
 *
 * This is BM25 with impacts rounded to eight steps when a paper is indexed (Anh, de Kretser & Moffat, "Vector-space
 * ranking with effective early termination", 2001): a query then needs nothing but the postings. A word's rarity is that
 * in the field, over all papers, so that few titles with it outweigh many abstracts.
 */

/**
 * BM25's two constants: how soon more of the same word stops counting, and how much the length of a field counts. Tried
 * out, as the weights of fields, on some hundred known papers (`tests/corpus-search.test.ts`).
 */
const SATURATION = 0.9;
const LENGTH = 0.75;

/** Impacts are kept in three bits. */
export const IMPACTS = 8;
/** Nearly all saturations lie between these, so the steps are laid there. */
const [LEAST, MOST] = [0.35, 0.8];

/**
 * The impact of a word in a field, from 0 to 7.
 * @param times how often it stands there
 * @param length words of the field
 * @param usual words of such a field as a rule
 */
export function impactOf(times: number, length: number, usual: number): number {
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / usual);
  const saturation = times / (times + norm);
  return Math.max(0, Math.min(IMPACTS - 1, Math.floor((IMPACTS * (saturation - LEAST)) / (MOST - LEAST))));
}

/** What an impact counts: the saturation in the middle of its step, in parts of 2.8 %. */
export function worthOf(impact: number): number {
  return 13 + 2 * impact;
}

/** The impact of a word that is found by its first one or two letters only. */
export const LETTERS_IMPACT = 3;

/** A word counts no more than this in one field, however many terms there begin with it; sums stay below 2³¹. */
export const MOST_WORTH = 4_096;

/** A term that is the very word. */
export const SAME = 16;

/** How near a term is to a word that begins it, in sixteenths; lengths in units of their keys. */
export function closenessOf(wordLength: number, termLength: number): number {
  if (wordLength === termLength) return SAME;
  return Math.ceil((6 * wordLength) / termLength);
}

/**
 * How telling a word is, in sixty-fourths.
 * @param papers live papers
 * @param holding those that hold the word in the field
 */
export function rarityOf(papers: number, holding: number): number {
  return Math.round(64 * Math.log(1 + (papers - holding + 0.5) / (holding + 0.5)));
}
