import 'fake-indexeddb/auto';
import type { Capture } from '../lib/domain/capture.ts';
import type { DigestRef, Sighting } from '../lib/domain/digest.ts';
import type { PaperId, ScrapedPaper } from '../lib/domain/paper.ts';
import type { Entry } from '../lib/domain/shelf.ts';
import type { Words } from '../lib/domain/words.ts';
import { type GleanerDatabase, openDatabase } from '../lib/library/database.ts';
import { entryFrom, type HeldEntry, type HeldPaper } from '../lib/library/held.ts';

let opened = 0;

/** Runs `work` on an empty library of its own (in memory), and deletes it afterwards. */
export async function withLibrary<Result>(work: (db: GleanerDatabase) => Promise<Result>): Promise<Result> {
  opened += 1;
  const db = openDatabase(`library-${opened}`);
  try {
    return await work(db);
  } finally {
    await db.delete();
  }
}

/** A paper as an adapter would hand it over; give what matters to the test. */
export function scraped(paper: Partial<ScrapedPaper> & { title: string }): ScrapedPaper {
  return { identifiers: [], source: 'huggingface-data', rank: 1, ...paper };
}

/** A capture of these papers, ranked in the order given unless they carry a rank. */
export function captureOf(
  papers: ScrapedPaper[],
  digest: Partial<DigestRef> = {},
  seenAt = '2026-05-12T08:00:00.000Z',
): Capture {
  return {
    digest: { key: 'huggingface:day:2026-05-12', site: 'huggingface', kind: 'day', ...digest },
    adapter: 'huggingface',
    seenAt,
    papers: papers.map((paper, index) => ({ ...paper, rank: paper.rank > 1 ? paper.rank : index + 1 })),
    problems: [],
  };
}

/** Everything that a library holds of papers, by number. */
export async function everyPaper(db: GleanerDatabase): Promise<Map<PaperId, HeldPaper>> {
  return new Map((await db.paperPacks.toArray()).flatMap((pack) => db.papers.unpack(pack)));
}

/** … and of their entries. */
export async function everyHeldEntry(db: GleanerDatabase): Promise<Map<PaperId, HeldEntry>> {
  return new Map((await db.entryPacks.toArray()).flatMap((pack) => db.entries.unpack(pack)));
}

/** Every entry, put together, with those first that stand last in the list. */
export async function everyEntry(db: GleanerDatabase): Promise<Entry[]> {
  const entries = [...(await everyHeldEntry(db))].map(([id, entry]) => entryFrom(id, entry));
  return entries.sort((a, b) => a.order - b.order);
}

/** The numbers of all papers, those first that stand last in the list. */
export async function everyId(db: GleanerDatabase): Promise<PaperId[]> {
  return (await everyEntry(db)).map(({ paperId }) => paperId);
}

/** One entry, put together. */
export async function entryOfPaper(db: GleanerDatabase, id: PaperId | undefined): Promise<Entry | undefined> {
  return (await everyEntry(db)).find(({ paperId }) => paperId === id);
}

/** All that the user said, by name. */
export async function everyWords(db: GleanerDatabase): Promise<Words[]> {
  const words = [...(await everyHeldEntry(db)).values()].flatMap((entry) => entry.words);
  return words.sort((a, b) => (a.key < b.key ? -1 : 1));
}

export async function everySighting(db: GleanerDatabase): Promise<Sighting[]> {
  return [...(await everyPaper(db)).values()].flatMap(({ sightings }) => sightings);
}
