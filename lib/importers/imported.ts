import type { Outcome } from '../domain/outcome.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import type { Said } from '../domain/words.ts';
import type { TextDigestFailureCode } from './text-digest-blocks.ts';

/** The kinds of file that can be taken in. */
export const IMPORT_FORMATS = [
  'backup',
  'gleaner-json',
  'bibtex',
  'ris',
  'csl-json',
  'papermemory',
  'csv',
  'bookmarks',
  'list',
  'text-digest',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** One paper as a file tells of it: what is known of it, and what its owner said there. */
export interface ImportedPaper extends Omit<ScrapedPaper, 'rank' | 'upvotes' | 'comments'> {
  /** Words with the clocks that the file gives them (`import-clock.ts`). */
  said: Said;
  /** ISO instant at which its owner took it in, where the file tells. */
  addedAt?: string;
}

/** Why one part of a file was left out. */
export type RefusalCode =
  | 'broken' // it begins like an entry and does not end like one
  | 'no-title' // it names neither a title nor an identifier
  | 'no-paper' // the address or line leads to no paper that Gleaner knows
  | 'not-a-record'; // something else stands where a record is expected

/** One part of a file that could not be read. */
export interface Refused {
  /** From 1, as editors count; in JSON the place of the record. */
  line: number;
  /** How it begins, short enough for a sentence. */
  what: string;
  why: RefusalCode;
}

/** Why nothing of a file can be taken in. */
export type ImportFailureCode =
  | TextDigestFailureCode
  | 'too-much' // more than `IMPORT_LIMITS`
  | 'encoding' // the bytes are no UTF-8; `line` is the first line with such a byte
  | 'binary' // a program's own file: a PDF, a picture, an archive
  | 'broken-json' // begins like JSON and is none, or was cut
  | 'web-page' // the source of a web page
  | 'unknown' // no format that Gleaner knows, and no identifier or address in it
  | 'nothing'; // a format that Gleaner knows, with no paper in it that can be read

export interface ImportFailure {
  code: ImportFailureCode;
  line?: number;
  excerpt?: string;
}

/** What was read of a file, in its order. */
export interface ImportRead {
  papers: ImportedPaper[];
  refused: Refused[];
}
export type ImportOutcome = Outcome<ImportRead, ImportFailure>;

/** Awaited now and then with how many characters are read: lets others have their turn, and throws to stop. */
export type Turn = (done: number) => Promise<void>;

/** What no file of papers exceeds. 10,000 papers with abstracts take some 30 million characters. */
export const IMPORT_LIMITS = { bytes: 100_000_000, entries: 100_000, excerpt: 80 } as const;
