import type { Capture } from '../../lib/domain/capture.ts';
import type { Bench } from '../bench-context.ts';
import type { Line } from '../line.ts';
import type { Doc, Query } from '../page/engine.ts';
import type {} from '../page/ours.ts';
import type {} from '../page/serve-engine.ts';
import { ENGINES, type EngineName } from '../profiles.ts';
import { queriesFor } from '../queries.ts';
import type { Rig } from '../rig.ts';
import type { Row } from '../row.ts';
import { quantile, sampleOf } from '../sample.ts';

const PAPERS = 10_000;
const QUERIES = 60;
const ADDED = 60;
export const ENGINE_NAMES: Record<EngineName, string> = {
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
  'dexie-words': 'Dexie *words',
};

/** What using an engine once took, in ms. */
interface Used {
  cold: number;
  warm: number[];
  add: number;
}

/** Uses one engine in one turn, in a browser of its own. */
interface Side {
  rig: Rig;
  use(turn: number): Promise<Used>;
  runs: Used[];
}

/** Other engines at a size that all of them bear. */
export const engines: Row = {
  name: 'engines',
  async measure(bench) {
    const sides = new Map<EngineName | 'ours', Side>();
    try {
      sides.set('ours', await oursSide(bench));
      for (const name of ENGINES) sides.set(name, await engineSide(bench, name));
      for (let turn = 1; turn <= bench.runs; turn++) {
        for (const { rig, use, runs } of sides.values()) {
          await rig.cool();
          runs.push(await use(turn));
        }
      }
    } finally {
      for (const { rig } of sides.values()) await rig.close();
    }
    return linesOf(bench, sides);
  },
};

async function oursSide(bench: Bench): Promise<Side> {
  const rig = await bench.oursToChange(PAPERS);
  const use = async (turn: number) => {
    const page = await rig.page('ours');
    const capture = bench.grown.page(PAPERS + turn * 3 * ADDED, ADDED);
    const used = await page.evaluate(useOurs, { queries: queriesFor(bench.grown, PAPERS, QUERIES, turn), capture });
    await page.close();
    return used;
  };
  return { rig, use, runs: [] };
}

async function engineSide(bench: Bench, name: EngineName): Promise<Side> {
  const rig = await bench.engineToChange(name, PAPERS);
  const use = async (turn: number) => {
    const page = await rig.page(name);
    const docs = docsFrom(bench, PAPERS + 1 + turn * ADDED);
    const used = await page.evaluate(useEngine, { queries: queriesFor(bench.grown, PAPERS, QUERIES, turn), docs });
    await page.close();
    return used;
  };
  return { rig, use, runs: [] };
}

async function linesOf(bench: Bench, sides: ReadonlyMap<EngineName | 'ours', Side>): Promise<Omit<Line, 'row'>[]> {
  const figures: [figure: string, pick: (used: Used) => number][] = [
    ['first search, cold', ({ cold }) => cold],
    ['search, warm, p50', ({ warm }) => quantile(warm, 0.5)],
    ['search, warm, p95', ({ warm }) => quantile(warm, 0.95)],
    [`${ADDED} papers added and saved`, ({ add }) => add],
  ];
  const sample = (name: EngineName | 'ours', pick: (used: Used) => number) =>
    sampleOf((sides.get(name)?.runs ?? []).map(pick));
  const own = await bench.facts('ours', PAPERS);
  const lines: Omit<Line, 'row'>[] = [];
  for (const name of ENGINES) {
    const { index = 0, bytes = 0 } = await bench.facts(name, PAPERS);
    const built = (what: number) => ({ what: ENGINE_NAMES[name], sample: sampleOf([what]) });
    lines.push(
      {
        figure: 'index built',
        papers: PAPERS,
        unit: 's',
        ours: sampleOf([(own.index ?? 0) / 1e3]),
        beside: built(index / 1e3),
      },
      {
        figure: 'index on the disk',
        papers: PAPERS,
        unit: 'MB',
        ours: sampleOf([(own.blocks ?? 0) / 1e6]),
        beside: built(bytes / 1e6),
      },
      ...figures.map(([figure, pick]) => ({
        figure,
        papers: PAPERS,
        unit: 'ms' as const,
        ours: sample('ours', pick),
        beside: { what: ENGINE_NAMES[name], sample: sample(name, pick) },
      })),
    );
  }
  return lines;
}

function docsFrom({ grown }: Bench, first: number): Doc[] {
  return Array.from({ length: ADDED }, (_, at) => {
    const { title, authors = [], abstract = '' } = grown.paper(first + at);
    return { id: first + at, title, authors: authors.join(', '), abstract };
  });
}

async function useOurs({ queries, capture }: { queries: Query[]; capture: Capture }): Promise<Used> {
  const { openLibrary, searchPapers, ingest, indexAll } = benchOurs;
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const [first, ...others] = queries;
  const begun = performance.now();
  const db = await openLibrary();
  await searchPapers(db, first?.text ?? '', {});
  const cold = performance.now() - begun;
  const warm = [];
  for (const { text } of others) warm.push(await timed(() => searchPapers(db, text, {})));
  const add = await timed(() => ingest(db, capture).then(() => indexAll(db, {})));
  db.close();
  return { cold, warm, add };
}

async function useEngine({ queries, docs }: { queries: Query[]; docs: Doc[] }): Promise<Used> {
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const [first, ...others] = queries;
  const begun = performance.now();
  const engine = await benchEngine.open();
  if (first) await engine.search(first);
  const cold = performance.now() - begun;
  const warm = [];
  for (const query of others) warm.push(await timed(() => engine.search(query)));
  return { cold, warm, add: await timed(() => engine.add(docs)) };
}
