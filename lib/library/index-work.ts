import type { PaperId } from '../domain/paper.ts';
import { resolvePaper } from '../domain/resolve.ts';
import { CHUNK, changeColumn, DUE } from './columns.ts';
import type { GleanerDatabase } from './database.ts';
import { dueChunks, forgetDone, readDue } from './due-chunks.ts';
import { entryFrom } from './held.ts';

/** What the search index holds of a paper, apart from each other: what was read of it, and what the user said. */
export type IndexPart = 'text' | 'said';

/** The tables that indexing reads and writes. */
export const INDEX_TABLES = ['paperPacks', 'entryPacks', 'columns', 'indexBlocks', 'meta'] as const;

/** The papers of which the index does not hold a part as it is now, in ascending order. */
export async function unindexed(db: GleanerDatabase): Promise<Record<IndexPart, PaperId[]>> {
  const due: Record<IndexPart, PaperId[]> = { text: [], said: [] };
  for (const { chunk, values } of await readDue(db)) {
    for (const [place, bits] of values.entries()) {
      if (bits & DUE.text) due.text.push(chunk * CHUNK + place);
      if (bits & DUE.said) due.said.push(chunk * CHUNK + place);
    }
  }
  return due;
}

/** Whether anything waits to be indexed; asked of one small record. */
export async function isAnyDue(db: GleanerDatabase): Promise<boolean> {
  return (await dueChunks(db)).length > 0;
}

/** What is searched of these papers as they were read. Those that are removed or gone are left out. */
export async function textsOf(
  db: GleanerDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, { title: string; authors: string[]; abstract: string }>> {
  const [papers, entries] = await Promise.all([db.papers.get(ids), db.entries.get(ids)]);
  const texts = new Map<PaperId, { title: string; authors: string[]; abstract: string }>();
  for (const [id, { descriptions }] of papers) {
    const entry = entries.get(id);
    if (!entry || entryFrom(id, entry).removed) continue;
    const { title, authors = [], abstract = '' } = resolvePaper({ id, descriptions });
    texts.set(id, { title, authors, abstract });
  }
  return texts;
}

/** What is searched of these papers as the user said it. Those that are removed or gone are left out. */
export async function saidOf(
  db: GleanerDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, { tags: string[]; note: string }>> {
  const entries = [...(await db.entries.get(ids))].map(([id, entry]) => [id, entryFrom(id, entry)] as const);
  return new Map(entries.filter(([, { removed }]) => !removed).map(([id, { tags, note }]) => [id, { tags, note }]));
}

/** Notes that the index holds a part of these papers as it is now, inside the running transaction over `INDEX_TABLES`. */
export async function markIndexed(db: GleanerDatabase, part: IndexPart, ids: readonly PaperId[]): Promise<void> {
  await changeColumn(
    db,
    'due',
    ids.map((id) => ({ id, clear: DUE[part], set: 0 })),
  );
  await forgetDone(db);
}
