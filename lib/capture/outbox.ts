import type { Capture } from '../domain/capture.ts';
import type { Answer, Doubt } from '../messages/ask.ts';
import { parted } from './parted.ts';
import type { KeptReading, World } from './world.ts';

const MOST_WAITING = 50;

/** Readings on their way to the background, one after the other; what is not answered stays and is sent again. */
export interface Outbox {
  put(capture: Capture): void;
  /** Sends what waits, and before it what earlier pages could not deliver. */
  send(): Promise<void>;
}

/** One reading on its way. */
interface Item {
  send(doubt: Doubt): Promise<Answer<'capture'>>;
  /** Puts it where it outlives the page; twice does no more than once. */
  keep(): Promise<void>;
  /** Takes it away from there. */
  forget(): Promise<void>;
}

type Way = Pick<World, 'send' | 'sendAgain' | 'shelter' | 'warn'>;

/** Told of what becomes of the readings. */
interface Ends {
  /** The extension that the outbox belongs to is no longer there; told once. */
  gone(): void;
  /** A reading of this digest is in the library. */
  stored(digestKey: string): void;
}

/** An outbox with nothing in it. */
export function newOutbox(world: Way, { gone, stored }: Ends): Outbox {
  const waiting: Item[] = [];
  let sending = false;
  let isKeptTaken = false;

  async function takeKept(): Promise<void> {
    if (isKeptTaken) return;
    isKeptTaken = true;
    const kept = await world.shelter.read();
    waiting.unshift(...kept.map((reading) => keptItem(world, reading)));
  }

  async function sendAll(): Promise<void> {
    await takeKept();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const item = next;
      const answer = await item.send(() => void item.keep());
      if (!answer.ok && answer.code === 'extension-gone') {
        waiting.length = 0;
        return gone();
      }
      if (!answer.ok && isWorthRepeating(answer.code)) {
        // To the end of the row: one reading on which the background chokes must not hold the others for ever.
        waiting.push(item);
        for (const left of waiting) await left.keep();
        return;
      }
      if (answer.ok) stored(answer.value.digestKey);
      else world.warn(`a reading of this page was refused (${answer.code}).`);
      await item.forget();
    }
  }

  return {
    put(capture) {
      waiting.push(...parted(capture).map((part) => freshItem(world, part)));
      // What is dropped here is kept already, or is read again at the next visit: keys come from content.
      if (waiting.length > MOST_WAITING) waiting.splice(0, waiting.length - MOST_WAITING);
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

function keptItem(world: Way, { key, reading }: KeptReading): Item {
  return {
    send: () => world.sendAgain(reading),
    keep: async () => {},
    forget: () => world.shelter.forget(key),
  };
}

function freshItem(world: Way, capture: Capture): Item {
  let keeping: Promise<string | undefined> | undefined;
  let isWarned = false;

  async function keepOnce(): Promise<string | undefined> {
    const key = await world.shelter.keep(capture);
    if (key !== undefined) return key;
    keeping = undefined;
    if (!isWarned)
      world.warn('a reading of this page could neither be stored nor kept for later. Visit the page again.');
    isWarned = true;
    return undefined;
  }

  return {
    send: (doubt) => world.send(capture, doubt),
    async keep() {
      keeping ??= keepOnce();
      await keeping;
    },
    async forget() {
      const key = await keeping;
      if (key !== undefined) await world.shelter.forget(key);
    },
  };
}

function isWorthRepeating(code: string): boolean {
  return ['no-answer', 'storage-full', 'storage-unavailable', 'library-newer'].includes(code);
}
