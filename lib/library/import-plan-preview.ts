import type { PaperId } from '../domain/paper.ts';
import { combineWords, joinSaid } from '../domain/words.ts';
import { ADMIT_TABLES, relatedPapers, settleWithin } from './admit.ts';
import type { GleanerDatabase } from './database.ts';
import { fingerprint } from './fingerprint.ts';
import type { ImportPlan } from './import-plan.ts';
import { wordsThatStand } from './import-plan-words.ts';

/** What an import would do, in papers. */
export interface ImportPreview {
  /** Different papers that it names. */
  papers: number;
  /** Of those, not in the library yet, and there already. */
  new: number;
  known: number;
  /** Pairs of papers of the library that would turn out to be one. */
  merged: number;
  /** Known papers of which something else would be said afterwards. */
  wordsChanged: number;
  /** Known papers that the user has removed: they stay removed. */
  removed: number;
}

/** Tells what an import would do, by the same rules and without writing anything. */
export async function previewImport(db: GleanerDatabase, plan: ImportPlan): Promise<ImportPreview> {
  return db.transaction('r', [...ADMIT_TABLES], async () => {
    const stored = await relatedPapers(db, plan.descriptions);
    const { homes, created, unions } = await settleWithin(db, stored, plan.descriptions);
    const papers = new Set(plan.descriptions.flatMap(({ key }) => homes.get(key) ?? []));
    const known = [...papers].filter((id) => !created.has(id));
    return {
      papers: papers.size,
      new: papers.size - known.length,
      known: known.length,
      merged: unions.length,
      ...(await lookAtWords(db, plan, homes, known)),
    };
  });
}

async function lookAtWords(
  db: GleanerDatabase,
  plan: ImportPlan,
  homes: ReadonlyMap<string, PaperId>,
  known: readonly PaperId[],
): Promise<Pick<ImportPreview, 'wordsChanged' | 'removed'>> {
  const entries = await db.entries.get(known);
  const offered = Map.groupBy(await wordsThatStand(db, plan, homes), ({ key }) => homes.get(key));
  let [wordsChanged, removed] = [0, 0];
  for (const [id, { words }] of entries) {
    const before = new Map(words.map(({ key, said }) => [key, said]));
    const after = new Map(before);
    for (const { key, said } of offered.get(id) ?? []) after.set(key, joinSaid(after.get(key) ?? {}, said));
    const [was, is] = [before, after].map((said) => combineWords([...said.values()]));
    if (fingerprint({ ...was, changed: {} }) !== fingerprint({ ...is, changed: {} })) wordsChanged += 1;
    if (is?.removed) removed += 1;
  }
  return { wordsChanged, removed };
}
