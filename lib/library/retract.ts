import type { Description } from '../domain/description.ts';
import type { Sighting } from '../domain/digest.ts';
import type { PaperId } from '../domain/paper.ts';
import { saysNothing } from '../domain/words.ts';
import { applyChanges, type Change } from './apply-changes.ts';
import { digestMark, sightingMark, wordsMark } from './brought.ts';
import { add, applyTally, type Tally } from './counters.ts';
import type { Brought, Came, GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import { type HeldEntry, type HeldPaper, namesIn } from './held.ts';
import { papersNamed } from './keys.ts';
import { putTogether, resettle } from './merges.ts';
import { withWords } from './say-words.ts';
import { slotOf } from './settled-sightings.ts';

/** A paper with its entry, as it is now or as it is to be. */
interface Whole {
  paper: HeldPaper;
  entry: HeldEntry;
}

/**
 * Takes out what an import brought, and leaves what has come since: a sighting that was seen again, a word that was said
 * since, a paper that another page has shown as well. Runs inside a writing transaction.
 * @returns the papers that were touched and are still there
 */
export async function retract(db: GleanerDatabase, brought: Brought, nowMs: number): Promise<PaperId[]> {
  const before = await wholePapers(db, brought);
  const came = named(brought);
  const after = new Map([...before].map(([id, whole]) => [id, withoutBrought(whole, came)]));
  const tally: Tally = new Map();
  await applyChanges(db, changesOf(before, after), tally);
  await retractDigests(db, brought.digests, tally);
  await forgetMerges(db, brought, after, tally);
  await applyTally(db, tally);
  await putTogether(db, brought.apart, nowMs);
  const left = [...after.values()].flatMap(({ paper }) => paper.descriptions);
  return resettle(db, left, nowMs);
}

async function wholePapers(db: GleanerDatabase, brought: Brought): Promise<Map<PaperId, Whole>> {
  const { descriptions, sightings, words } = brought;
  const names = [...descriptions, ...words].map(({ key }) => key);
  const papers = await papersNamed(db, [...names, ...sightings.map(({ key: [, as] }) => as)]);
  const held = new Map([...papers.values()].map(({ id, ...paper }) => [id, paper]));
  const entries = await db.entries.get(held.keys());
  return new Map(
    [...held].flatMap(([id, paper]) => {
      const entry = entries.get(id);
      return entry ? [[id, { paper, entry }] as const] : [];
    }),
  );
}

/** A paper without what an import brought of it; one of which nothing is left has no description any more. */
function withoutBrought({ paper, entry }: Whole, came: Named): Whole {
  const said = new Map(entry.words.map((row) => [row.key, row.said]));
  for (const row of entry.words) {
    const one = came.words.get(row.key);
    if (!one || wordsMark(row) !== one.mark) continue;
    const { cited } = row.said;
    // What was exported meanwhile is cited by its key, whatever becomes of the words.
    if (one.before || cited) said.set(row.key, { ...one.before?.said, ...(cited ? { cited } : {}) });
    else said.delete(row.key);
  }
  const sightings = paper.sightings.flatMap((now) => sightingWithout(now, came.sightings.get(slotOf(now))));
  const seen = new Set(sightings.map(({ as }) => as));
  const isKept = (name: string) => seen.has(name) || !saysNothing(said.get(name) ?? {});
  const descriptions = paper.descriptions.flatMap((now) =>
    descriptionWithout(now, came.descriptions.get(now.key), isKept),
  );
  return {
    paper: { descriptions, sightings },
    entry: withWords({ ...entry, names: namesIn({ descriptions }) }, said),
  };
}

interface Named {
  descriptions: Map<string, Brought['descriptions'][number]>;
  sightings: Map<string, Brought['sightings'][number]>;
  words: Map<string, Brought['words'][number]>;
}

function named(brought: Brought): Named {
  return {
    descriptions: new Map(brought.descriptions.map((one) => [one.key, one])),
    sightings: new Map(brought.sightings.map((one) => [slotOf({ digestKey: one.key[0], as: one.key[1] }), one])),
    words: new Map(brought.words.map((one) => [one.key, one])),
  };
}

function sightingWithout(now: Sighting, came: Brought['sightings'][number] | undefined): Sighting[] {
  if (!came || sightingMark(now) !== came.mark) return [now];
  return came.before ? [came.before] : [];
}

/** A description as it was before an import: not at all, as before, or as it is now where somebody has used it since. */
function descriptionWithout(
  now: Description,
  came: Came<string, Description> | undefined,
  isKept: (name: string) => boolean,
): Description[] {
  if (!came) return [now];
  if (!came.before) return isKept(now.key) ? [now] : [];
  return [fingerprint(now) === came.mark ? came.before : now];
}

function changesOf(before: ReadonlyMap<PaperId, Whole>, after: ReadonlyMap<PaperId, Whole>) {
  const papers = new Map<PaperId, Change<HeldPaper>>();
  const entries = new Map<PaperId, Change<HeldEntry>>();
  for (const [id, { paper, entry }] of before) {
    const now = after.get(id);
    const isLeft = now !== undefined && now.paper.descriptions.length > 0;
    papers.set(id, { before: paper, after: isLeft ? now.paper : undefined });
    entries.set(id, { before: entry, after: isLeft ? now.entry : undefined });
  }
  return { papers, entries };
}

/** Digests as they were; one that came with the import goes when nothing is seen in it any more. */
async function retractDigests(db: GleanerDatabase, came: Brought['digests'], tally: Tally): Promise<void> {
  const rows = await db.digests.bulkGet(came.map(({ key }) => key));
  const unchanged = came.flatMap((one, index) => {
    const row = rows[index];
    return row && digestMark(row) === one.mark ? [{ ...one, row }] : [];
  });
  await db.digests.bulkPut(unchanged.flatMap(({ before, row }) => (before ? { ...before, size: row.size } : [])));
  const empty = unchanged.filter(({ before, row }) => !before && row.size === 0);
  await db.digests.bulkDelete(empty.map(({ key }) => key));
  add(tally, 'digests', -empty.length);
}

/** A merge of which one side is gone is over. */
async function forgetMerges(
  db: GleanerDatabase,
  brought: Brought,
  after: ReadonlyMap<PaperId, Whole>,
  tally: Tally,
): Promise<void> {
  const standing = new Set([...after.values()].flatMap(({ paper }) => namesIn(paper)));
  const gone = new Set(brought.descriptions.map(({ key }) => key).filter((name) => !standing.has(name)));
  const merges = await db.merges.toArray();
  const over = merges.filter(({ kept, absorbed }) =>
    [kept, absorbed].some((side) => side.every((name) => gone.has(name))),
  );
  await db.merges.bulkDelete(over.map(({ id }) => id));
  add(tally, 'merges', -over.length);
}
