import { tick } from '../domain/clock.ts';
import type { UserField, UserWords } from '../domain/shelf.ts';
import { type Said, SILENCE, type Words } from '../domain/words.ts';
import type { GleanerDatabase } from './database.ts';
import { saidUnder } from './derive-entries.ts';

/** Some words, under the name of one description. */
export interface NamedWords {
  key: string;
  words: Partial<UserWords>;
}

/**
 * Says words under names, all with one fresh clock, inside the running transaction (over `words` and `meta`).
 * @returns what stood under each name before, so that it can be said again
 */
export async function sayWords(
  db: GleanerDatabase,
  changes: readonly NamedWords[],
  nowMs: number,
): Promise<NamedWords[]> {
  const before = await saidUnder(
    db,
    changes.map(({ key }) => key),
  );
  const clock = await nextClock(db, nowMs);
  const rows = changes.map(
    ({ key, words }): Words => ({ key, said: { ...before.get(key), ...clocked(words, clock) } }),
  );
  await db.words.bulkPut(rows);
  return changes.map(({ key, words }) => ({ key, words: spoken(before.get(key), Object.keys(words) as UserField[]) }));
}

function clocked(words: Partial<UserWords>, clock: string): Said {
  return Object.fromEntries(Object.entries(words).map(([field, value]) => [field, { value, clock }]));
}

/** What these fields said; a field that was silent said what silence means. */
function spoken(said: Said | undefined, fields: readonly UserField[]): Partial<UserWords> {
  return Object.fromEntries(fields.map((field) => [field, said?.[field]?.value ?? SILENCE[field]]));
}

/** The next clock of this device; the device gets its name at the first word. */
async function nextClock(db: GleanerDatabase, nowMs: number): Promise<string> {
  const [device, last] = await db.meta.bulkGet(['device', 'clock']);
  const name = typeof device?.value === 'string' ? device.value : crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const clock = tick(typeof last?.value === 'string' ? last.value : undefined, nowMs, name);
  await db.meta.bulkPut([
    { key: 'device', value: name },
    { key: 'clock', value: clock },
  ]);
  return clock;
}
