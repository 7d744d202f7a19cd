const MOST_PAPERS = 1_000;
const MOST_PART = 0.2;

/** Whether taking out so many of all papers calls for a question first: more than a fifth of them, or than 1,000. */
export function isMassChange(going: number, all: number): boolean {
  return going > MOST_PAPERS || going > all * MOST_PART;
}
