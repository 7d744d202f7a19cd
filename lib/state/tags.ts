import type { PaperId } from '../domain/paper.ts';
import { entryFrom } from '../library/held.ts';
import { listTags } from '../library/queries.ts';
import { changeTags, type TagChange } from '../library/shelf.ts';
import type { Act } from './triage.ts';
import type { World } from './world.ts';

/** Entries are read this many at a time, so that a long list leaves the window alive. */
const SLICE = 4_096;

/** Puts tags on papers and takes others off; each paper keeps the rest of its own. */
export function tagPapers(ids: readonly PaperId[], change: TagChange): Act {
  return (db, nowMs) => changeTags(db, ids, change, nowMs);
}

/** Every tag in use, those used most first. */
export async function knownTags({ db }: Pick<World, 'db'>): Promise<string[]> {
  return (await listTags(db)).map(({ tag }) => tag);
}

/** The tags on these papers and on how many of them each is, those on most first. */
export async function tagsOn(
  { db }: Pick<World, 'db'>,
  ids: readonly PaperId[],
): Promise<{ tag: string; papers: number }[]> {
  const uses = new Map<string, number>();
  for (let start = 0; start < ids.length; start += SLICE) {
    for (const [id, held] of await db.entries.get(ids.slice(start, start + SLICE))) {
      for (const tag of entryFrom(id, held).tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    }
  }
  return [...uses]
    .map(([tag, papers]) => ({ tag, papers }))
    .sort((a, b) => b.papers - a.papers || (a.tag < b.tag ? -1 : 1));
}
