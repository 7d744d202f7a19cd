import type { ListedPaper } from '../domain/listed-paper.ts';

/** A week as it is read: every text is in its place and in the user's language. Screen and files are made of this. */
export interface Sheet {
  title: string;
  /** The days that it is of. */
  days: string;
  /** When and by what it was made. */
  made: string;
  /** A language tag (BCP 47). */
  language: string;
  /** In short: how many. */
  facts: string[];
  parts: SheetPart[];
}

export interface SheetPart {
  heading: string;
  /** What stands here, in a sentence. */
  hint: string;
  groups: SheetGroup[];
}

export interface SheetGroup {
  /** Empty where a part is one group. */
  heading: string;
  papers: SheetPaper[];
  /** What is said of the papers beyond these; empty where there are none. */
  more: string;
}

export interface SheetPaper {
  listed: ListedPaper;
  /** The word for a paper that is starred; empty for any other. */
  star: string;
  /** Where it was seen, how often, and its status unless it is unread. */
  facts: string[];
  /** The beginning of the abstract; empty where none is known, or where the paper stands further up already. */
  abstract: string;
}
