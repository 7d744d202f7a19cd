import type { Clock } from '../domain/clock.ts';
import type { PaperId } from '../domain/paper.ts';
import { firstCited, type Said } from '../domain/words.ts';
import { applyChanges, type Change, PAPER_TABLES } from './apply-changes.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import type { HeldEntry } from './held.ts';
import type { Pack } from './packed.ts';
import { nextClock, withWords } from './say-words.ts';

/** A paper that was exported under a citation key, and since when. */
export interface CitedPaper {
  id: PaperId;
  key: string;
  since: Clock;
  /** The first of its names: the same in every library that holds the paper. */
  name: string;
}

/** Records of entries read at once: some 1,000 papers. */
const PACKS_AT_ONCE = 8;
/**
 * Looks at every paper that has a citation key, removed ones too: what was cited stays cited. Reads entries and no paper,
 * and keeps none of them.
 * @throws the reason of `signal` when it aborts
 */
export async function visitCited(
  db: GleanerDatabase,
  visit: (cited: CitedPaper) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let next: number | undefined = 0; next !== undefined; ) {
    signal?.throwIfAborted();
    const packs: Pack<HeldEntry>[] = await db.entries
      .table()
      .where('pack')
      .aboveOrEqual(next)
      .limit(PACKS_AT_ONCE)
      .toArray();
    for (const pack of packs) {
      for (const [id, { names, words }] of db.entries.unpack(pack)) {
        const first = words.length > 0 ? firstCited(words.map(({ said }) => said)) : undefined;
        if (first) visit({ id, key: first.value, since: first.clock, name: names[0] ?? '' });
      }
    }
    const last = packs.at(-1);
    next = packs.length < PACKS_AT_ONCE || !last ? undefined : last.pack + 1;
  }
}

/**
 * Gives papers the keys under which they were exported, for good, in one transaction. A paper that has one keeps it; one
 * that is gone needs none.
 * @param nowMs milliseconds since 1970
 * @returns whether every paper that is still there has the key that is named here
 */
export async function freezeKeys(
  db: GleanerDatabase,
  keys: ReadonlyMap<PaperId, string>,
  nowMs: number,
): Promise<boolean> {
  return db.transaction('rw', [...PAPER_TABLES], async () => {
    const entries = await db.entries.get(keys.keys());
    const changes = new Map<PaperId, Change<HeldEntry>>();
    const clock = await nextClock(db, nowMs);
    let isAsNamed = true;
    for (const [id, entry] of entries) {
      const value = keys.get(id);
      const known = firstCited(entry.words.map(({ said }) => said));
      if (known && known.value !== value) isAsNamed = false;
      if (known || value === undefined) continue;
      const said = new Map<string, Said>(entry.words.map((row) => [row.key, row.said]));
      for (const name of entry.names) said.set(name, { ...said.get(name), cited: { value, clock } });
      changes.set(id, { before: entry, after: withWords(entry, said) });
    }
    const tally: Tally = new Map();
    await applyChanges(db, { papers: new Map(), entries: changes }, tally);
    await applyTally(db, tally);
    return isAsNamed;
  });
}
