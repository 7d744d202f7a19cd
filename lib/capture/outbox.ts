import type { Capture } from '../domain/capture.ts';
import type { World } from './world.ts';

const MOST_PAPERS = 200;
const MOST_CHARACTERS = 400_000; // a message is refused from a megabyte on, and a character may take two bytes
const MOST_PROBLEMS = 400; // a message with more is refused, and with it the papers
const MOST_WAITING = 50;

/** Readings on their way to the background, one after the other; what is not answered stays and is sent again. */
export interface Outbox {
  put(capture: Capture): void;
  /** Sends what waits. */
  send(): Promise<void>;
}

/** An outbox that calls `gone` once when the extension that it belongs to is no longer there. */
export function newOutbox(world: Pick<World, 'send' | 'warn'>, gone: () => void): Outbox {
  const waiting: Capture[] = [];
  let sending = false;

  async function sendAll(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const answer = await world.send(next);
      if (!answer.ok && answer.code === 'extension-gone') {
        waiting.length = 0;
        return gone();
      }
      if (!answer.ok && isWorthRepeating(answer.code)) return;
      if (!answer.ok) world.warn(`a reading of this page was refused (${answer.code}).`);
      waiting.shift();
    }
  }

  return {
    put(capture) {
      waiting.push(...parted(capture));
      // Whatever is dropped here is read again at the next visit: keys come from content.
      if (waiting.length > MOST_WAITING) waiting.splice(sending ? 1 : 0, waiting.length - MOST_WAITING);
    },
    async send() {
      if (sending) return;
      sending = true;
      try {
        await sendAll();
      } finally {
        sending = false;
      }
    },
  };
}

/** Parts a capture into messages of bounded size. Digest and ranks stay, and the first problems travel with the first. */
export function parted(capture: Capture): Capture[] {
  const parts: Capture[] = [{ ...capture, papers: [], problems: capture.problems.slice(0, MOST_PROBLEMS) }];
  let characters = 0;
  for (const paper of capture.papers) {
    const length = JSON.stringify(paper).length;
    const last = parts.at(-1);
    const fits = last && last.papers.length < MOST_PAPERS && characters + length <= MOST_CHARACTERS;
    if (last && (fits || last.papers.length === 0)) {
      last.papers.push(paper);
      characters += length;
    } else {
      parts.push({ ...capture, papers: [paper], problems: [] });
      characters = length;
    }
  }
  return parts;
}

function isWorthRepeating(code: string): boolean {
  return code === 'no-answer' || code === 'storage-full' || code === 'storage-unavailable';
}
