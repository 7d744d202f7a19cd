import { createModel, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Receipt } from '../domain/capture.ts';
import type { Digest } from '../domain/digest.ts';
import type { Counters } from '../domain/listed-paper.ts';
import type { Notice } from '../library/database.ts';
import { live } from '../library/live.ts';
import { listDigests } from '../library/queries.ts';
import { dismissNotice, latestReceipts, listNotices, readCounters } from '../library/summary.ts';
import type { World } from './world.ts';

/** What the popup says about the library as a whole. Each is undefined until it is known. */
export interface Summary {
  counters: ReadonlySignal<Counters | undefined>;
  /** Last seen first. */
  digests: ReadonlySignal<Digest[] | undefined>;
  latest: ReadonlySignal<Receipt | undefined>;
  notices: ReadonlySignal<Notice[]>;
  dismiss(id: number): Promise<void>;
}

export const SummaryModel = createModel((world: World): Summary => {
  const counters = signal<Counters | undefined>(undefined);
  const digests = signal<Digest[] | undefined>(undefined);
  const latest = signal<Receipt | undefined>(undefined);
  const notices = signal<Notice[]>([]);

  follow(() => readCounters(world.db), counters);
  follow(() => listDigests(world.db), digests);
  follow(async () => (await latestReceipts(world.db, 1))[0], latest);
  follow(() => listNotices(world.db), notices);

  return {
    counters,
    digests,
    latest,
    notices,
    dismiss: (id) => dismissNotice(world.db, id),
  };
});

function follow<Value>(query: () => Promise<Value>, into: Signal<Value>): void {
  effect(() =>
    live(
      query,
      (value) => {
        into.value = value;
      },
      // The list asks the same database and shows its failure once for all of them.
      (error) => {
        console.warn('Gleaner: a summary could not be read', error);
      },
    ),
  );
}
