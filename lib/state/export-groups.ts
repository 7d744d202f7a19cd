import type { PaperId } from '../domain/paper.ts';
import type { GroupBy } from '../exporters/exporter.ts';
import { digestHeading, tagHeading, WITHOUT_A_TAG } from '../exporters/group.ts';
import { readColumn, STATE } from '../library/columns.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { entryFrom } from '../library/held.ts';
import { firstDigests } from '../library/queries.ts';

const ENTRIES_AT_ONCE = 1_024;
const PAPERS_AT_ONCE = 512;

/**
 * Which group each paper stands in, by its place in the list, as a number to sort by: statuses in their own order, tags by
 * the alphabet and papers without one last, digests as the list comes to them. Papers get the same number exactly if
 * `groupOf` gives them the same heading.
 * @throws the reason of `signal` when it aborts
 */
export async function groupRanks(
  db: GleanerDatabase,
  ids: readonly PaperId[],
  groupBy: GroupBy,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  if (groupBy === 'status') {
    const states = await readColumn(db, 'state');
    return Uint32Array.from(ids, (id) => (states[id] ?? 0) & STATE.status);
  }
  const headings = startHeadings(ids.length);
  if (groupBy === 'tag') {
    await readTags(db, ids, headings, signal);
    return headings.ranks(byAlphabet);
  }
  await readDigests(db, ids, headings, signal);
  return headings.ranks();
}

/** Headings as they turn up, each kept once however many papers have it. */
function startHeadings(papers: number) {
  const numbers = new Map<string, number>();
  const of = new Uint32Array(papers);
  return {
    set(place: number, heading: string) {
      const number = numbers.get(heading) ?? numbers.size;
      numbers.set(heading, number);
      of[place] = number;
    },
    /** @param compare the order of the headings; without it, the order in which they turned up */
    ranks(compare?: (a: string, b: string) => number): Uint32Array {
      if (!compare) return of;
      const sorted = [...numbers.keys()].sort(compare);
      const ranks = new Map(sorted.map((heading, rank) => [numbers.get(heading) ?? 0, rank]));
      return of.map((number) => ranks.get(number) ?? 0);
    },
  };
}

type Headings = ReturnType<typeof startHeadings>;

function byAlphabet(a: string, b: string): number {
  if (a === WITHOUT_A_TAG || b === WITHOUT_A_TAG) return a === b ? 0 : a === WITHOUT_A_TAG ? 1 : -1;
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other || (one === other && a < b) ? -1 : 1;
}

async function readTags(db: GleanerDatabase, ids: readonly PaperId[], headings: Headings, signal?: AbortSignal) {
  for (let start = 0; start < ids.length; start += ENTRIES_AT_ONCE) {
    signal?.throwIfAborted();
    const slice = ids.slice(start, start + ENTRIES_AT_ONCE);
    const entries = await db.entries.get(slice);
    for (const [index, id] of slice.entries()) {
      const entry = entries.get(id);
      headings.set(start + index, tagHeading(entry ? entryFrom(id, entry).tags : []));
    }
  }
}

/** Most papers are seen in one digest, which its members say; of the others the sightings are read. */
async function readDigests(db: GleanerDatabase, ids: readonly PaperId[], headings: Headings, signal?: AbortSignal) {
  const digests = await db.digests.toArray();
  const numbers = new Map(digests.map(({ key }, place) => [key, place + 1]));
  const only = await onlyDigests(db, numbers);
  const several = ids.filter((id) => only[id] === SEVERAL);
  for (let start = 0; start < several.length; start += PAPERS_AT_ONCE) {
    signal?.throwIfAborted();
    const first = await firstDigests(db, several.slice(start, start + PAPERS_AT_ONCE));
    for (const [id, key] of first) only[id] = numbers.get(key) ?? NONE;
  }
  const texts = digests.map(digestHeading);
  const without = digestHeading(undefined);
  for (const [place, id] of ids.entries()) headings.set(place, texts[(only[id] ?? NONE) - 1] ?? without);
}

const NONE = 0;
const SEVERAL = 0xffff_ffff;

/** The digest in which each paper was seen, by its number from 1. */
async function onlyDigests(db: GleanerDatabase, numbers: ReadonlyMap<string, number>): Promise<Uint32Array> {
  const rows = await db.members.toArray();
  const greatest = rows.reduce((most, { ids }) => ids.reduce((id, other) => Math.max(id, other), most), 0);
  const only = new Uint32Array(greatest + 1);
  for (const { digestKey, ids } of rows) {
    for (const id of ids) only[id] = only[id] === NONE ? (numbers.get(digestKey) ?? NONE) : SEVERAL;
  }
  return only;
}
