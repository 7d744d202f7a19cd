import type { Capture } from '../../lib/domain/capture.ts';
import type { ScrapedPaper } from '../../lib/domain/paper.ts';

const FIRST_SEEN = Date.UTC(2026, 4, 12, 8);
const ABSTRACT_WORDS = 160;

/**
 * A capture as a page of Hugging Face would give it; every number makes another digest.
 * @param number from 0; also the seconds by which it was seen later than the first
 * @param papers how many; with `from`, the number of the first, captures can be made to overlap
 */
export function sampleCapture(number: number, papers: number, from = number * papers): Capture {
  return {
    digest: {
      key: `huggingface:search:season ${number}`,
      site: 'huggingface',
      kind: 'search',
      query: `season ${number}`,
      url: `https://huggingface.co/papers?q=season+${number}`,
    },
    adapter: 'huggingface',
    seenAt: new Date(FIRST_SEEN + number * 1_000).toISOString(),
    papers: Array.from({ length: papers }, (_, index) => samplePaper(from + index, index + 1)),
    problems: [],
  };
}

/** A paper that nobody wrote; different numbers below 100,000 are different papers. */
export function samplePaper(number: number, rank: number): ScrapedPaper {
  const id = `2605.${String(number).padStart(5, '0')}`;
  return {
    identifiers: [`arxiv:${id}`],
    source: 'huggingface-data',
    rank,
    upvotes: number % 50,
    title: `Harvest ${number} of a Long Field Study`,
    authors: ['Ada Field', `Bo Orchard ${number}`, 'Cy Meadow'],
    abstract: words(number + 1, ABSTRACT_WORDS),
    published: '2026-05-11',
    page: `https://huggingface.co/papers/${id}`,
  };
}

/**
 * Words that mean nothing. The database packs what repeats, so a text of one sentence over and over would take no room.
 * @param seed a whole number above 0; the same one gives the same words
 */
function words(seed: number, count: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    // The step of a multiplicative generator by Park and Miller.
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  }).join(' ');
}
