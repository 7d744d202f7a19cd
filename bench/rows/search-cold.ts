import type { Bench } from '../bench-context.ts';
import type { Line } from '../line.ts';
import type { Query } from '../page/engine.ts';
import type {} from '../page/ours.ts';
import type {} from '../page/serve-engine.ts';
import { queriesFor } from '../queries.ts';
import type { Rig } from '../rig.ts';
import { GOAL_SIZE, type Row, searchSizes } from '../row.ts';
import { inTurn } from '../sample.ts';

/** The first search of a new page, from opening the database on. */
export const searchCold: Row = {
  name: 'search-cold',
  async measure(bench) {
    const lines = [];
    for (const papers of searchSizes(bench.sizes)) lines.push(...(await linesAt(bench, papers)));
    return [...lines, ...(await hugeLines(bench))];
  },
};

async function linesAt(bench: Bench, papers: number): Promise<Omit<Line, 'row'>[]> {
  const [ours, other] = [await bench.ours(papers), await bench.engine('minisearch', papers)];
  const query = queryMaker(bench, papers);
  const of = await inTurn(
    {
      search: () => cold(ours, 'ours', firstSearch, query()),
      open: () => cold(ours, 'ours', openOnly, query()),
      minisearch: () => cold(other, 'minisearch', firstOther, query()),
    },
    bench.runs,
  );
  const figure = 'first search, cold';
  return [
    {
      figure,
      papers,
      unit: 'ms',
      ours: of('search'),
      beside: { what: 'MiniSearch', sample: of('minisearch') },
      goal: { kind: 'times less', times: papers < GOAL_SIZE ? 20 : 100 },
    },
    {
      figure,
      papers,
      unit: 'ms',
      ours: of('search'),
      beside: { what: 'opening alone', sample: of('open') },
      ...(papers < GOAL_SIZE ? {} : { goal: { kind: 'at most times', times: 1.6 } as const }),
    },
  ];
}

async function hugeLines(bench: Bench): Promise<Omit<Line, 'row'>[]> {
  const huge = Math.max(...bench.sizes);
  if (huge <= GOAL_SIZE) return [];
  const [ours, less] = [await bench.ours(huge), await bench.ours(GOAL_SIZE)];
  const [query, lesserQuery] = [queryMaker(bench, huge), queryMaker(bench, GOAL_SIZE)];
  const of = await inTurn(
    {
      huge: () => cold(ours, 'ours', firstSearch, query()),
      less: () => cold(less, 'ours', firstSearch, lesserQuery()),
    },
    bench.runs,
  );
  return [
    {
      figure: 'first search, cold',
      papers: huge,
      unit: 'ms',
      ours: of('huge'),
      beside: { what: '100,000 papers', sample: of('less') },
      goal: { kind: 'at most times', times: 3 },
    },
  ];
}

/** Another query at each call, of two words. */
function queryMaker({ grown }: Bench, papers: number): () => Query {
  const queries = queriesFor(grown, papers, 600, 1).filter(({ kind }) => kind === 'two words');
  return () => {
    const query = queries.pop();
    if (!query) throw new Error('There are no more queries.');
    return query;
  };
}

async function cold(rig: Rig, name: string, search: (query: Query) => Promise<number>, query: Query): Promise<number> {
  await rig.cool();
  const page = await rig.page(name);
  const ms = await page.evaluate(search, query);
  await page.close();
  return ms;
}

async function firstSearch({ text }: Query): Promise<number> {
  const begun = performance.now();
  const db = await benchOurs.openLibrary();
  await benchOurs.searchPapers(db, text, {});
  const took = performance.now() - begun;
  db.close();
  return took;
}

async function openOnly(): Promise<number> {
  const begun = performance.now();
  const db = await benchOurs.openLibrary();
  const took = performance.now() - begun;
  db.close();
  return took;
}

async function firstOther(query: Query): Promise<number> {
  const begun = performance.now();
  const engine = await benchEngine.open();
  await engine.search(query);
  return performance.now() - begun;
}
