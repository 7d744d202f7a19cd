import { tick } from '../domain/clock.ts';
import type { PaperId } from '../domain/paper.ts';
import type { UserField, UserWords } from '../domain/shelf.ts';
import { type Said, SILENCE, type Words } from '../domain/words.ts';
import { applyChanges, type Change } from './apply-changes.ts';
import type { Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import type { HeldEntry } from './held.ts';

/** Some words, under the name of one description. */
export interface NamedWords {
  key: string;
  words: Partial<UserWords>;
}

/** Words to say of a paper, each under one of its names. */
export type Sayings = ReadonlyMap<PaperId, { entry: HeldEntry; changes: readonly NamedWords[] }>;

/**
 * Says words, all with one fresh clock, inside the running transaction over `PAPER_TABLES`.
 * @returns what stood under each name before, so that it can be said again
 */
export async function sayWords(
  db: GleanerDatabase,
  sayings: Sayings,
  nowMs: number,
  tally: Tally,
): Promise<NamedWords[]> {
  const clock = await nextClock(db, nowMs);
  const entries = new Map<PaperId, Change<HeldEntry>>();
  const before: NamedWords[] = [];
  for (const [id, { entry, changes }] of sayings) {
    const said = new Map(entry.words.map((row) => [row.key, row.said]));
    for (const { key, words } of changes) {
      before.push({ key, words: spoken(said.get(key), Object.keys(words) as UserField[]) });
      said.set(key, { ...said.get(key), ...clocked(words, clock) });
    }
    entries.set(id, { before: entry, after: withWords(entry, said) });
  }
  await applyChanges(db, { papers: new Map(), entries }, tally);
  return before;
}

/** An entry with these words under its names. */
export function withWords(entry: HeldEntry, said: ReadonlyMap<string, Said>): HeldEntry {
  const words = entry.names.flatMap((key): Words[] => {
    const own = said.get(key);
    return own ? [{ key, said: own }] : [];
  });
  return { ...entry, words };
}

function clocked(words: Partial<UserWords>, clock: string): Said {
  return Object.fromEntries(Object.entries(words).map(([field, value]) => [field, { value, clock }]));
}

/** What these fields said; a field that was silent said what silence means. */
function spoken(said: Said | undefined, fields: readonly UserField[]): Partial<UserWords> {
  return Object.fromEntries(fields.map((field) => [field, said?.[field]?.value ?? SILENCE[field]]));
}

/** The next clock of this device; the device gets its name at the first word. */
export async function nextClock(db: GleanerDatabase, nowMs: number): Promise<string> {
  const [device, last] = await db.meta.bulkGet(['device', 'clock']);
  const name = typeof device?.value === 'string' ? device.value : crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const clock = tick(typeof last?.value === 'string' ? last.value : undefined, nowMs, name);
  await db.meta.bulkPut([
    { key: 'device', value: name },
    { key: 'clock', value: clock },
  ]);
  return clock;
}
