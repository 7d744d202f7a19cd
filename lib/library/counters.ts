import { isTouched } from '../domain/entry.ts';
import type { Entry } from '../domain/shelf.ts';
import type { CounterRow, GleanerDatabase } from './database.ts';

/** Changes to counters, gathered during a transaction. */
export type Tally = Map<CounterRow['name'], number>;

/** Adds to one counter of the tally. */
export function add(tally: Tally, name: CounterRow['name'], amount: number): void {
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
    if (isTouched(entry)) add(tally, 'spoken', amount);
    if (entry.removed) continue;
    if (entry.starred) add(tally, 'starred', amount);
    for (const tag of entry.tags) add(tally, `tag:${tag}`, amount);
  }
}

/** Writes a tally inside the running transaction, which must include `counters`. */
export async function applyTally(db: GleanerDatabase, tally: Tally): Promise<void> {
  const changed = [...tally].filter(([, amount]) => amount !== 0);
  const stored = await db.counters.bulkGet(changed.map(([name]) => name));
  const after = changed.map(([name, amount], index) => ({ name, value: (stored[index]?.value ?? 0) + amount }));
  // A tag that is on no paper any more is not a tag in use.
  const isOver = ({ name, value }: CounterRow) => value === 0 && name.startsWith('tag:');
  await db.counters.bulkPut(after.filter((row) => !isOver(row)));
  await db.counters.bulkDelete(after.filter(isOver).map(({ name }) => name));
}
