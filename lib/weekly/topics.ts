import type { PaperId } from '../domain/paper.ts';
import type { Rarity } from '../search/word-rarity.ts';
import type { Phrase } from './phrases.ts';

/** What several papers of a week are about. */
export interface Topic {
  name: string;
  ids: PaperId[];
}

const MOST_TOPICS = 8;
/** Of the papers of a further topic, this share at least must stand in none before. */
const LEAST_NEW = 0.5;
const LEAST_OF_LONE = 3;

interface Weighed extends Phrase {
  weight: number;
}

/**
 * The topics of a week. A phrase counts the more, the more of the week's papers share it and the rarer its rarest word is
 * in the library; the best is a topic, and what is left is looked at again without the papers that it holds.
 * @param phrases those that papers share
 */
export function chooseTopics(phrases: readonly Phrase[], rarity: Rarity): Topic[] {
  const weighed = phrases.map((phrase) => weigh(phrase, rarity)).filter(({ weight }) => weight > 0);
  const taken = new Set<PaperId>();
  const topics: Topic[] = [];
  while (topics.length < MOST_TOPICS) {
    const best = bestOf(weighed, taken);
    if (!best) break;
    topics.push({ name: best.name, ids: [...best.ids] });
    for (const id of best.ids) taken.add(id);
  }
  return topics;
}

/** A lone word of titles needs more papers, and few of the library that hold it: "model" and "learning" tell nothing. */
function weigh(phrase: Phrase, { of, ofTwentieth }: Rarity): Weighed {
  const weight = Math.max(...phrase.words.map((word) => of.get(word) ?? 0));
  const isLone = !phrase.isNamed && phrase.words.length === 1;
  const isTelling = !isLone || (weight >= ofTwentieth && phrase.ids.size >= LEAST_OF_LONE);
  return { ...phrase, weight: isTelling ? weight : 0 };
}

function bestOf(phrases: readonly Weighed[], taken: ReadonlySet<PaperId>): Weighed | undefined {
  let best: Weighed | undefined;
  let most = 0;
  for (const phrase of phrases) {
    const fresh = [...phrase.ids].filter((id) => !taken.has(id)).length;
    const score = fresh * phrase.weight;
    if (fresh < 2 || fresh < LEAST_NEW * phrase.ids.size || score <= most) continue;
    [best, most] = [phrase, score];
  }
  return best;
}
