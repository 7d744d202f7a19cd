import type { PaperId } from '../domain/paper.ts';
import { joinSaid, type Words } from '../domain/words.ts';
import type { Change } from './apply-changes.ts';
import type { GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import type { HeldEntry } from './held.ts';
import { withWords } from './say-words.ts';

/**
 * Joins words that come in to those that are said, of each field the later one.
 * @param entries what becomes of entries, to which this adds
 * @param homes the paper of every description, by the description's key
 */
export async function addWords(
  db: GleanerDatabase,
  entries: Map<PaperId, Change<HeldEntry>>,
  words: readonly Words[],
  homes: ReadonlyMap<string, PaperId>,
): Promise<void> {
  const offered = Map.groupBy(words, ({ key }) => homes.get(key));
  const others = [...offered.keys()].flatMap((id) => (id === undefined || entries.has(id) ? [] : id));
  const standing = await db.entries.get(others);
  for (const [id, own] of offered) {
    if (id === undefined) throw new Error('Words were said of no paper');
    const stands = standing.get(id);
    const { before, after } = entries.get(id) ?? { before: stands, after: stands };
    if (!after) continue;
    const joined = withJoined(after, own);
    if (joined) entries.set(id, { before, after: joined });
  }
}

/** The entry with these words as well; undefined when it says all of that already. */
function withJoined(entry: HeldEntry, words: readonly Words[]): HeldEntry | undefined {
  const said = new Map(entry.words.map((row) => [row.key, row.said]));
  let isOther = false;
  for (const { key, said: more } of words) {
    const before = said.get(key) ?? {};
    const joined = joinSaid(before, more);
    if (fingerprint(joined) === fingerprint(before)) continue;
    said.set(key, joined);
    isOther = true;
  }
  return isOther ? withWords(entry, said) : undefined;
}
