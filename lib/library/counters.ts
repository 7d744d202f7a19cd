import type { CounterName } from '../domain/listed-paper.ts';
import type { Entry } from '../domain/shelf.ts';
import type { GleanerDatabase } from './database.ts';

/** Changes to counters, gathered during a transaction. */
export type Tally = Map<CounterName, number>;

/** Adds to one counter of the tally. */
export function add(tally: Tally, name: CounterName, amount: number): void {
  tally.set(name, (tally.get(name) ?? 0) + amount);
}

/** Notes that an entry appeared (`before` undefined), changed, or went (`after` undefined). */
export function addEntryChange(tally: Tally, before: Entry | undefined, after: Entry | undefined): void {
  for (const [entry, amount] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!entry) continue;
    add(tally, entry.removed ? 'removed' : entry.status, amount);
    if (entry.starred && !entry.removed) add(tally, 'starred', amount);
  }
}

/** Writes a tally inside the running transaction, which must include `counters`. */
export async function applyTally(db: GleanerDatabase, tally: Tally): Promise<void> {
  const changed = [...tally].filter(([, amount]) => amount !== 0);
  const stored = await db.counters.bulkGet(changed.map(([name]) => name));
  await db.counters.bulkPut(
    changed.map(([name, amount], index) => ({ name, value: (stored[index]?.value ?? 0) + amount })),
  );
}
