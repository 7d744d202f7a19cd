import type { PaperId } from '../domain/paper.ts';
import type { Said, Words } from '../domain/words.ts';
import type { GleanerDatabase } from './database.ts';
import type { HeldEntry } from './held.ts';
import type { ImportPlan } from './import-plan.ts';

/**
 * The words of a file that may stand. Under its own name the later word wins by itself; but a file may name a paper
 * otherwise than the page on which the user spoke of it, and words under different names are put together. So a word of
 * the file is left out where a later one of its field stands under another name of the same paper.
 * @param homes the paper of every description, as settled; new papers have no entry yet
 */
export async function wordsThatStand(
  db: GleanerDatabase,
  { words }: Pick<ImportPlan, 'words'>,
  homes: ReadonlyMap<string, PaperId>,
): Promise<Words[]> {
  const known = new Set(words.flatMap(({ key }) => homes.get(key) ?? []));
  const entries = await db.entries.get(known);
  return words.flatMap(({ key, said }) => {
    const entry = entries.get(homes.get(key) ?? 0);
    const left = entry ? withoutEarlier(key, said, entry) : said;
    return Object.keys(left).length > 0 ? [{ key, said: left }] : [];
  });
}

function withoutEarlier(key: string, said: Said, { words }: HeldEntry): Said {
  const others = words.filter((row) => row.key !== key);
  const standing = Object.entries(said).filter(([field, word]) =>
    others.every((row) =>
      Object.entries(row.said).every(([other, { clock }]) => other !== field || clock <= word.clock),
    ),
  );
  return Object.fromEntries(standing);
}
