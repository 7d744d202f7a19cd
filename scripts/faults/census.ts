import type { PaperRow } from '../../lib/domain/description.ts';
import type { Digest, Sighting } from '../../lib/domain/digest.ts';
import type { CounterRow, EntryRow } from '../../lib/library/database.ts';
import type { GleanerBrowser } from '../browser.ts';
import { inspector } from '../stored.ts';

/** What lies in the stores, counted past all of Gleaner's own code. */
export interface Census {
  papers: number;
  entries: number;
  digests: number;
  sightings: number;
  /** Descriptions that stand in more than one paper. */
  twice: number;
  /** Rows that do not fit the others: an entry without its paper, a digest that says another size than it has. */
  unfit: number;
  /** Counters that differ from what they count. */
  miscounted: string[];
  /** Sightings of the digest that was asked for. */
  seen: number;
}

/** Counts the library. @param digestKey the digest of which `seen` is to tell */
export async function takeCensus(gleaner: GleanerBrowser, digestKey = ''): Promise<Census> {
  const page = await inspector(gleaner);
  return page.evaluate(countStores, digestKey);
}

/** Whether a digest is in the library: sooner told than a whole census. */
export async function holdsDigest(gleaner: GleanerBrowser, digestKey: string): Promise<boolean> {
  const page = await inspector(gleaner);
  return page.evaluate(findDigest, digestKey);
}

/** Runs inside the extension's origin. */
async function findDigest(digestKey: string): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('gleaner'));
  try {
    const digests = database.transaction('digests', 'readonly').objectStore('digests');
    return (await done(digests.getKey(digestKey))) !== undefined;
  } finally {
    database.close();
  }
}

/** Runs inside the extension's origin, in one transaction, so that it sees one state. */
async function countStores(digestKey: string): Promise<Census> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('gleaner'));
  try {
    const transaction = database.transaction(['papers', 'entries', 'digests', 'sightings', 'counters'], 'readonly');
    const all = (store: string) => done(transaction.objectStore(store).getAll());
    const reading = [all('papers'), all('entries'), all('digests'), all('sightings'), all('counters')] as const;
    const rows = await Promise.all(reading);
    const [papers, entries, digests]: [PaperRow[], EntryRow[], Digest[], ...unknown[]] = rows;
    const [, , , sightings, counters]: [unknown, unknown, unknown, Sighting[], CounterRow[]] = rows;

    const owners = new Map<string, string>();
    const held = papers.flatMap(({ id, descriptions }) => descriptions.map(({ key }) => [key, id] as const));
    for (const [key, id] of held) owners.set(key, id);
    const ids = new Set(papers.map(({ id }) => id));
    const entered = new Set(entries.map(({ paperId }) => paperId));
    const sizes = Map.groupBy(sightings, (sighting) => sighting.digestKey);
    const unfit = [
      ...entries.filter(({ paperId }) => !ids.has(paperId)),
      ...papers.filter(({ id }) => !entered.has(id)),
      ...sightings.filter(({ as, paperId }) => owners.get(as) !== paperId),
      ...digests.filter(({ key, size }) => (sizes.get(key)?.length ?? 0) !== size),
      ...[...sizes.keys()].filter((key) => !digests.some((digest) => digest.key === key)),
    ];
    const counts = {
      papers: papers.length,
      digests: digests.length,
      sightings: sightings.length,
      unread: entries.filter(({ shelf }) => shelf === 'unread').length,
      read: entries.filter(({ shelf }) => shelf === 'read').length,
    };
    const counted = new Map<string, number>(counters.map(({ name, value }) => [name, value]));
    return {
      ...counts,
      entries: entries.length,
      twice: held.length - owners.size,
      unfit: unfit.length,
      miscounted: Object.entries(counts).flatMap(([name, value]) => ((counted.get(name) ?? 0) === value ? [] : name)),
      seen: sizes.get(digestKey)?.length ?? 0,
    };
  } finally {
    database.close();
  }
}

/** What a capture adds to a library that does not hold its digest yet. */
export interface Added {
  papers: number;
  sightings: number;
}

/** Whether a capture was taken in whole, not at all, or in part. @param before the library without it */
export function extentOf(before: Census, after: Census, added: Added): 'whole' | 'absent' | 'partial' {
  if (after.unfit > before.unfit || after.miscounted.length > before.miscounted.length) return 'partial';
  const papers = after.papers - before.papers;
  const sightings = after.sightings - before.sightings;
  if (papers === 0 && sightings === 0 && after.seen === 0 && after.digests === before.digests) return 'absent';
  const isWhole = papers === added.papers && sightings === added.sightings && after.seen === added.sightings;
  return isWhole && after.digests === before.digests + 1 ? 'whole' : 'partial';
}

/** What is missing and what is there twice, once a capture was answered. @param before the library without it */
export function deviation(before: Census, after: Census, added: Added): { lost: number; duplicated: number } {
  const over = [
    after.papers - before.papers - added.papers,
    after.entries - before.entries - added.papers,
    after.sightings - before.sightings - added.sightings,
  ];
  return {
    lost: over.reduce((sum, each) => sum + Math.max(0, -each), 0),
    duplicated: over.reduce((sum, each) => sum + Math.max(0, each), 0) + Math.max(0, after.twice - before.twice),
  };
}
