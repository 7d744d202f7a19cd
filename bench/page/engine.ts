/** A paper as a search engine takes it in. Numbers from 1, in the order of the library. */
export interface Doc {
  id: number;
  title: string;
  authors: string;
  abstract: string;
}

/** What is asked: every word must be found, the last one at the start of a word where it is still being typed. */
export interface Query {
  text: string;
  /** Which of the six kinds it is of. */
  kind: string;
}

/**
 * A search engine that keeps its index in IndexedDB, so that any two can be measured by the same steps: build and save
 * once, then in a new page open and search, add and save.
 */
export interface Engine {
  /** Indexes all of these and saves the index. Told how long the two took together by whoever calls. */
  build(docs: AsyncIterable<Doc[]>): Promise<void>;
  /** Opens the saved index as a new page must. */
  open(): Promise<OpenEngine>;
}

export interface OpenEngine {
  /** @returns how many were found, of which the best ones are known by their number */
  search(query: Query): Promise<number>;
  /** Takes in more papers and saves, as after every page that was captured. */
  add(docs: readonly Doc[]): Promise<void>;
}
