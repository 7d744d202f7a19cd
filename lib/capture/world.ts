import type { Capture } from '../domain/capture.ts';
import type { Answer } from '../messages/ask.ts';

/** Takes back what a function of the world began. */
export type Undo = () => void;

/** All that the watcher has of the browser, so that it can be watched itself without one. */
export interface World {
  document: Document;
  /** The address of the page as it is now; a page may change it without a load. */
  address(): URL;
  /** The time as an ISO instant. */
  now(): string;
  isVisible(): boolean;
  /** Hands a reading to the background. */
  send(capture: Capture): Promise<Answer<'capture'>>;
  after(milliseconds: number, task: () => void): Undo;
  /** Runs a task when the page has nothing else to do. */
  whenIdle(task: () => void): Undo;
  onMutation(changed: () => void): Undo;
  onHistory(changed: () => void): Undo;
  onVisibility(changed: () => void): Undo;
  warn(sentence: string): void;
}
