import type { Grown } from './grown/library.ts';
import type {} from './page/ours.ts';
import { bareBuild, productBuild } from './places.ts';
import { type EngineName, engineProfile, type Facts, oursProfile } from './profiles.ts';
import { openRig, type Rig } from './rig.ts';

/** What a row measures with. */
export interface Bench {
  /** Papers of the libraries of this run, from the smallest on. */
  sizes: readonly number[];
  runs: number;
  grown: Grown;
  /** A browser with our library of this size. The same one for all who ask; it is only read. */
  ours(papers: number): Promise<Rig>;
  /** One of its own for a row that writes; the row closes it. */
  oursToChange(papers: number): Promise<Rig>;
  /** A browser with the index of another engine over the papers of a library of this size; only read. */
  engine(name: EngineName, papers: number): Promise<Rig>;
  /** The same for a row that writes; the row closes it. */
  engineToChange(name: EngineName, papers: number): Promise<Rig>;
  /** An empty browser with the pages of the benchmark; the row closes it. */
  bare(): Promise<Rig>;
  /** What was found out while the library, or an engine's index, was filled. */
  facts(name: EngineName | 'ours', papers: number): Promise<Facts>;
}

/** A bench whose shared browsers are open from the first need until `close`. */
export function openBench(plan: Pick<Bench, 'sizes' | 'runs' | 'grown'>): Bench & { close(): Promise<void> } {
  const shared = new Map<string, Promise<Rig>>();
  const share = (name: string, open: () => Promise<Rig>) => {
    const rig = shared.get(name) ?? open();
    shared.set(name, rig);
    return rig;
  };
  const oursToChange = async (papers: number) =>
    holding(papers, await openRig(productBuild, (await oursProfile(papers)).folder));
  const engineToChange = async (name: EngineName, papers: number) =>
    openRig(bareBuild, (await engineProfile(name, papers)).folder);
  return {
    ...plan,
    ours: (papers) => share(`ours ${papers}`, () => oursToChange(papers)),
    oursToChange,
    engine: (name, papers) => share(`${name} ${papers}`, () => engineToChange(name, papers)),
    engineToChange,
    bare: () => openRig(bareBuild),
    facts: async (name, papers) =>
      (name === 'ours' ? oursProfile(papers) : engineProfile(name, papers)).then((profile) => profile.facts),
    async close() {
      for (const rig of shared.values()) await (await rig).close();
      shared.clear();
    },
  };
}

/**
 * The rig, if the copied profile still holds its library whole and indexed: nothing is quicker than an empty one.
 * @throws when it does not
 */
async function holding(papers: number, rig: Rig): Promise<Rig> {
  const page = await rig.page('ours');
  const held = await page.evaluate(lookInside);
  await page.close();
  if (held.papers === papers && held.blocks > 0 && !held.isDue) return rig;
  await rig.close();
  throw new Error(`The profile of ${papers} papers holds ${JSON.stringify(held)}: delete .artifacts/bench/profiles.`);
}

async function lookInside(): Promise<{ papers: number; blocks: number; isDue: boolean }> {
  const { openLibrary, isAnyDue } = benchOurs;
  const db = await openLibrary();
  const papers = (await db.counters.get('papers'))?.value ?? 0;
  const held = { papers, blocks: await db.indexBlocks.limit(2).count(), isDue: await isAnyDue(db) };
  db.close();
  return held;
}
