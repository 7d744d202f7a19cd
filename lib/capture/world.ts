import type { Capture } from '../domain/capture.ts';
import type { Answer, Doubt } from '../messages/ask.ts';

/** Takes back what a function of the world began. */
export type Undo = () => void;

/** A reading that an earlier page could not deliver, as it was kept. */
export interface KeptReading {
  /** The name under which it is kept. */
  key: string;
  reading: unknown;
}

/** Readings that could not be delivered, kept beyond the life of their page. */
export interface Shelter {
  /** Those of pages of this host, the oldest first. */
  read(): Promise<KeptReading[]>;
  /**
   * Keeps a reading, or joins it with the same one of an earlier visit, and tells the user that something waits.
   * @returns its name; undefined when there was no room, or the extension is gone
   */
  keep(capture: Capture): Promise<string | undefined>;
  /** Forgets what was delivered or finally refused. */
  forget(key: string): Promise<void>;
}

/** All that the watcher has of the browser, so that it can be watched itself without one. */
export interface World {
  document: Document;
  /** The address of the page as it is now; a page may change it without a load. */
  address(): URL;
  /** The time as an ISO instant. */
  now(): string;
  isVisible(): boolean;
  /** Hands a reading to the background. */
  send(capture: Capture, doubt: Doubt): Promise<Answer<'capture'>>;
  /** Hands over what was kept. It goes the same way as any reading, and is checked there like any. */
  sendAgain(kept: unknown): Promise<Answer<'capture'>>;
  shelter: Shelter;
  after(milliseconds: number, task: () => void): Undo;
  /** Runs a task when the page has nothing else to do. */
  whenIdle(task: () => void): Undo;
  onMutation(changed: () => void): Undo;
  onHistory(changed: () => void): Undo;
  onVisibility(changed: () => void): Undo;
  warn(sentence: string): void;
}
