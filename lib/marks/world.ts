import type { MarkWords, Saying } from '../domain/recalled.ts';
import type { Answer } from '../messages/ask.ts';
import type { MarkKind } from './visit.ts';

/** How the marks of one site are shown; remembered per site. */
export interface MarkSettings {
  on: boolean;
  hideSeen: boolean;
  folded: boolean;
}

/** Where the settings are kept. Every function may reject when the extension is gone. */
export interface MarkMemory {
  read(site: string): Promise<MarkSettings>;
  change(site: string, change: Partial<MarkSettings>): Promise<void>;
  /** Calls back when any of it has changed, in any tab. @returns stops it */
  watch(changed: () => void): () => void;
}

/** What can be done to one paper. */
export type ActName = 'star' | 'read' | 'skip';

export type PlainText =
  | 'extensionShortName'
  | 'marksHideSeen'
  | 'marksRest'
  | 'marksOff'
  | 'marksAreOff'
  | 'undo'
  | 'marksFold'
  | 'marksUnfold'
  | 'marksFailed';

/** Everything that marks say, in the user's language. */
export interface MarkTexts {
  word(kind: MarkKind, digests: number): string;
  /** What a button does, such as "Star" or "Take the star off". */
  act(name: ActName, isDone: boolean): string;
  /** Something, and the paper that it is about. */
  of(what: string, title: string): string;
  count(fresh: number, all: number): string;
  showSeen(hidden: number): string;
  /** A text that stands as it is, by its key in the locale files. */
  plain(key: PlainText): string;
}

export type MarksWindow = Window & typeof globalThis;

/** All that marks have of the outside. */
export interface MarksWorld {
  window: MarksWindow;
  nowMs(): number;
  /** Whether the extension is still there: a page may outlive the one that wrote into it. */
  isAlive(): boolean;
  recall(digestKey: string): Promise<Answer<'recall'>>;
  say(saying: Saying): Promise<Answer<'say'>>;
  acknowledge(digestKey: string): Promise<Answer<'acknowledge'>>;
  texts: MarkTexts;
  memory: MarkMemory;
  /** Calls back after each change of the library. @returns stops it */
  onNews(next: () => void): () => void;
}

/** What the user does to marks and bar. */
export interface Hand {
  /** Whether anything can still be drawn; where the extension is gone, all of it is taken away. */
  isAlive(): boolean;
  say(name: string, words: MarkWords): void;
  change(change: Partial<MarkSettings>): void;
  acknowledge(): void;
}
