import { createModel, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Receipt } from '../domain/capture.ts';
import type { Digest } from '../domain/digest.ts';
import type { Counters } from '../domain/listed-paper.ts';
import type { Notice } from '../library/database.ts';
import type { Door } from './door.ts';
import type { Library } from './library.ts';
import { whileWatched } from './while-watched.ts';

/** The latest capture, with the list that it was of. */
export interface LatestCapture {
  receipt: Receipt;
  digest: Digest;
}

/** What the popup says about the library as a whole. Each is undefined until it is known. */
export interface Summary {
  counters: ReadonlySignal<Counters | undefined>;
  /** Last seen first. There may be thousands, so they are read only while something shows them. */
  digests: ReadonlySignal<Digest[] | undefined>;
  latest: ReadonlySignal<LatestCapture | undefined>;
  notices: ReadonlySignal<Notice[]>;
  dismiss(id: number): Promise<void>;
}

export const SummaryModel = createModel((door: Door, first?: Counters): Summary => {
  const counters = signal(first);
  const latest = signal<LatestCapture | undefined>(undefined);
  const notices = signal<Notice[]>([]);
  const digests = whileWatched<Digest[]>((tell) => ask(door, ({ db, listDigests }) => listDigests(db), tell));

  follow(door, ({ db, readCounters }) => readCounters(db), counters);
  follow(door, readLatest, latest);
  follow(door, ({ db, listNotices }) => listNotices(db), notices);

  return {
    counters,
    digests,
    latest,
    notices,
    dismiss: async (id) => {
      const { db, dismissNotice } = await door.opened;
      await dismissNotice(db, id);
    },
  };
});

async function readLatest({ db, latestReceipts }: Library): Promise<LatestCapture | undefined> {
  const [receipt] = await latestReceipts(db, 1);
  const digest = receipt && (await db.digests.get(receipt.digestKey));
  return digest && { receipt, digest };
}

type Question<Value> = (library: Library) => Promise<Value>;

function follow<Value>(door: Door, question: Question<Value>, into: Signal<Value>): void {
  const tell = (value: Value) => {
    into.value = value;
  };
  effect(() => ask(door, question, tell));
}

/** Asks a question for good, if the library is open by now. @returns stops it */
function ask<Value>(door: Door, question: Question<Value>, tell: (value: Value) => void): (() => void) | undefined {
  const library = door.library.value;
  // The list asks the same database and shows its failure once for all of them.
  const warn = (error: unknown) => console.warn('Gleaner: a summary could not be read', error);
  return library?.live(() => question(library), tell, warn);
}
