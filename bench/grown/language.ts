import { coinedName, coinedWord } from './coined.ts';
import type { Random } from './random.ts';

/** What a text is learnt from. */
export interface Sample {
  title: string;
  abstract: string;
}

/** Writes titles and abstracts as the samples do: their words, in their order of twos, around a topic. */
export interface Language {
  /** Papers of about the given number of words that share the words of some samples, and a term of their own. */
  write(random: Random): Sample;
}

/** Of so many words in a hundred the next one is of the paper's topic, or one that hardly any other paper has. */
const TOPIC = 0.25;
const RARE = 0.03;
/** The paper's own term, such as the name of a method. */
const OWN = 0.008;
/** So many rare words come about equally often; the rest ever more seldom. Real abstracts grow by new words like this. */
const RARE_HEAD = 3_000;

/** Learns from samples which word follows which. @throws {Error} when they hold no words */
export function learn(samples: readonly Sample[]): Language {
  const followers = new Map<string, string[]>();
  const openings: string[] = [];
  const topics = samples.map(({ title, abstract }) => ({ title: wordsOf(title), abstract: wordsOf(abstract) }));
  for (const { title, abstract } of topics) {
    for (const words of [title, abstract]) {
      words.forEach((word, at) => {
        if (at === 0 || words[at - 1]?.endsWith('.')) openings.push(word);
        const next = words[at + 1];
        if (next === undefined) return;
        const known = followers.get(word);
        if (known) known.push(next);
        else followers.set(word, [next]);
      });
    }
  }
  return {
    write(random) {
      const topic = [random.pick(topics), random.pick(topics)];
      const own = random.chance(0.6) ? coinedName(random.tail(RARE_HEAD)) : '';
      const chain = (count: number, start: string, source: 'title' | 'abstract') => {
        const words = [start];
        let last = start;
        while (words.length < count) {
          if (own && random.chance(OWN)) words.push(own);
          if (random.chance(RARE)) words.push(rareWord(random));
          last = nextWord(random, last, () => random.pick(random.pick(topic)[source]));
          words.push(last);
        }
        return words;
      };
      const nextWord = (of: Random, word: string, topical: () => string) => {
        const after = of.chance(TOPIC) ? undefined : followers.get(word);
        return after ? of.pick(after) : topical();
      };
      const title = chain(6 + random.below(6), random.pick(random.pick(topic).title), 'title');
      const abstract = chain(120 + random.below(121), random.pick(openings), 'abstract');
      return {
        title: headline(own && random.chance(0.5) ? [`${own}:`, ...title] : title),
        abstract: sentence(abstract),
      };
    },
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** A word that few papers share: made up, or a number as results have them. */
function rareWord(random: Random): string {
  if (random.chance(0.2)) return `${random.below(100)}.${random.below(10)}%`;
  return coinedWord(random.tail(RARE_HEAD));
}

function headline(words: readonly string[]): string {
  const bare = words.map((word, at) => (at === 0 ? word : word.replace(/[.,;:]+$/, '')));
  return upperFirst(bare.join(' '));
}

function sentence(words: readonly string[]): string {
  return `${upperFirst(words.join(' ')).replace(/[.,;:]+$/, '')}.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
