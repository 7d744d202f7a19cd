import type { Outcome } from './check.ts';
import type { Corpus } from './corpora.ts';

/** A stretch of papers for one program to read as one file, by the places of check and corpus in their lists. */
export interface Lot {
  check: number;
  corpus: number;
  start: number;
  end: number;
}

/** What came of a lot. */
export interface ReadLot {
  lot: Lot;
  outcome: Outcome;
  seconds: number;
}

/** All papers cut into lots for a check, none longer than it takes. */
export function lotsOf(check: number, size: number, corpora: readonly Corpus[]): Lot[] {
  return corpora.flatMap(({ papers }, corpus) =>
    Array.from({ length: Math.ceil(papers.length / size) }, (_, place) => {
      const start = place * size;
      return { check, corpus, start, end: Math.min(start + size, papers.length) };
    }),
  );
}
