import type { Description } from '../domain/description.ts';
import type { PaperId } from '../domain/paper.ts';
import { ADMIT_TABLES, relatedPapers, settleWithin } from './admit.ts';
import { applySettlement } from './apply-settlement.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, MergeRow } from './database.ts';
import type { HeldPaper } from './held.ts';
import { papersNamed } from './keys.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

/** All merges that stand, newest first. */
export async function listMerges(db: GleanerDatabase): Promise<MergeRow[]> {
  return db.merges.reverse().toArray();
}

/**
 * Takes one description out of a paper: from now on it is a paper of its own, with what was said under its name, and no
 * later capture joins the two again.
 * @returns the step to undo; undefined when the paper has no such description, or no other
 */
export async function setApart(
  db: GleanerDatabase,
  paperId: PaperId,
  name: string,
  nowMs: number,
): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...ADMIT_TABLES, ...STEP_TABLES], async () => {
    const row = (await db.papers.get([paperId])).get(paperId);
    const others = row?.descriptions.filter(({ key }) => key !== name) ?? [];
    if (!row || others.length === 0 || others.length === row.descriptions.length) return undefined;
    return part(
      db,
      row,
      others.map(({ key }) => pair(name, key)),
      nowMs,
    );
  });
}

/**
 * Takes a recorded merge apart: both papers stand again, each with what was said under its names.
 * @returns the step to undo; undefined when there is no such merge, or its sides are not one paper any more
 */
export async function undoMerge(db: GleanerDatabase, id: number, nowMs: number): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...ADMIT_TABLES, ...STEP_TABLES], async () => {
    const merge = await db.merges.get(id);
    const papers = await papersNamed(db, merge ? [...merge.kept, ...merge.absorbed] : []);
    const row = papers.get(merge?.kept[0] ?? '');
    if (!merge || !row || papers.get(merge.absorbed[0] ?? '')?.id !== row.id) return undefined;
    return part(
      db,
      row,
      merge.kept.flatMap((a) => merge.absorbed.map((b) => pair(a, b))),
      nowMs,
    );
  });
}

async function part(db: GleanerDatabase, row: HeldPaper, apart: [string, string][], nowMs: number): Promise<UndoStep> {
  await db.apart.bulkAdd(apart.map((keys) => ({ keys })));
  const ids = await resettle(db, row.descriptions, nowMs);
  return recordStep(db, { action: 'apart', at: nowMs, count: 1 }, { apart }, ids);
}

/** Takes back that pairs were set apart; what belongs together joins again. Runs inside a writing transaction. */
export async function putTogether(
  db: GleanerDatabase,
  apart: readonly [string, string][],
  nowMs: number,
): Promise<PaperId[]> {
  const pairs = new Set(apart.map((keys) => keys.join('\n')));
  const rows = await db.apart.toArray();
  await db.apart.bulkDelete(rows.filter(({ keys }) => pairs.has(keys.join('\n'))).map(({ id }) => id));
  const papers = await papersNamed(db, apart.flat());
  const descriptions = [...new Set(papers.values())].flatMap((row) => row.descriptions);
  return resettle(db, descriptions, nowMs);
}

/** Settles anew which papers these stored descriptions and all related ones are. @returns their papers */
export async function resettle(
  db: GleanerDatabase,
  descriptions: readonly Description[],
  nowMs: number,
): Promise<PaperId[]> {
  const stored = await relatedPapers(db, descriptions);
  const settlement = await settleWithin(db, stored, []);
  const tally: Tally = new Map();
  const placeOf = () => {
    throw new Error('A stored paper has no place in the list');
  };
  await applySettlement(db, settlement, { stored, at: new Date(nowMs).toISOString(), placeOf }, tally);
  await applyTally(db, tally);
  return [...new Set(descriptions.flatMap(({ key }) => settlement.homes.get(key) ?? []))];
}

function pair(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}
