import type { DigestRef, SiteId } from './digest.ts';
import type { ScrapedPaper } from './paper.ts';

/** What went wrong while something was read, short of failing. */
export const PROBLEM_CODES = [
  'site-changed', // the page was recognised and holds no paper that could be read
  'data-unreadable', // the data that the page carries could not be parsed
  'row-without-identifier',
  'row-without-title',
  'paper-unreadable', // one paper of the page was not of a shape that can be kept
  'text-bounded', // a text was longer than Gleaner keeps and was cut
  'link-refused', // a link was not http or https
  'list-bounded', // there were more papers or authors than Gleaner keeps
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  code: ProblemCode;
  /** The paper's place in the digest, from 1, where the problem is one paper's. */
  rank?: number;
  /** The part that it is about, such as `abstract` or `data-props`. Structure only, never content. */
  part?: string;
}

/** One reading of one digest, as it travels from page or file to the library. */
export interface Capture {
  digest: DigestRef;
  /** The adapter or importer that read it. */
  adapter: SiteId;
  /** ISO instant of the reading. */
  seenAt: string;
  papers: ScrapedPaper[];
  problems: Problem[];
}

/** What taking in one capture did. */
export interface Receipt {
  digestKey: string;
  site: SiteId;
  seenAt: string;
  /** Different papers in the capture: `new` + `known`. */
  papers: number;
  new: number;
  known: number;
  /** Pairs of stored papers that turned out to be one. */
  merged: number;
  problems: Problem[];
}
