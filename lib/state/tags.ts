import type { PaperId } from '../domain/paper.ts';
import { changeTags, type TagChange } from '../library/shelf.ts';
import type { Act } from './triage.ts';
import type { World } from './world.ts';

/** Puts tags on papers and takes others off; each paper keeps the rest of its own. */
export function tagPapers(ids: readonly PaperId[], change: TagChange): Act {
  return (db, nowMs) => changeTags(db, ids, change, nowMs);
}

/** Every tag in use, those used most first. */
export async function knownTags({ db }: Pick<World, 'db'>): Promise<string[]> {
  const uses = new Map<string, number>();
  await db.entries.each(({ tags }) => {
    for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  });
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}

/** The tags on these papers and on how many of them each is, those on most first. */
export async function tagsOn(
  { db }: Pick<World, 'db'>,
  ids: readonly PaperId[],
): Promise<{ tag: string; papers: number }[]> {
  const uses = new Map<string, number>();
  for (const entry of await db.entries.bulkGet([...ids])) {
    for (const tag of entry?.tags ?? []) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  return [...uses]
    .map(([tag, papers]) => ({ tag, papers }))
    .sort((a, b) => b.papers - a.papers || (a.tag < b.tag ? -1 : 1));
}
