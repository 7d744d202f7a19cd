import type { Bench } from '../bench-context.ts';
import type { Line } from '../line.ts';
import type { Query } from '../page/engine.ts';
import type {} from '../page/ours.ts';
import type {} from '../page/raw.ts';
import { keysOf, queriesFor } from '../queries.ts';
import { GOAL_SIZE, type Row } from '../row.ts';
import { quantile, type Sample, sampleOf } from '../sample.ts';

const WARMING = 12;
const QUERIES = 60;
const TITLES = 5; // of which two words each are typed

interface Warm {
  p50: number;
  p95: number;
  get: number;
}

/** Searching in a page that has searched before: queries of six kinds, and typing letter by letter. */
export const searchWarm: Row = {
  name: 'search-warm',
  async measure(bench) {
    const lines = [];
    for (const papers of bench.sizes.filter((size) => size >= 10_000)) lines.push(...(await linesAt(bench, papers)));
    return lines;
  },
};

async function linesAt(bench: Bench, papers: number): Promise<Omit<Line, 'row'>[]> {
  const rig = await bench.ours(papers);
  await rig.cool();
  const page = await rig.page('ours');
  const runs: Warm[] = [];
  const keys: number[][] = [];
  const typed = Array.from({ length: TITLES }, (_, at) => keysOf(bench.grown.paper((at * 104_729 + 7) % papers)));
  for (let turn = 0; turn <= bench.runs; turn++) {
    const queries = queriesFor(bench.grown, papers, WARMING + QUERIES, turn + 1);
    const { searches, ...times } = await page.evaluate(searchAll, { queries, keys: typed.flat() });
    // The first run warms the code up, and the first searches of each run what they share.
    if (turn === 0) continue;
    const warm = searches.slice(WARMING);
    runs.push({ p50: quantile(warm, 0.5), p95: quantile(warm, 0.95), get: quantile(times.gets, 0.5) });
    keys.push(times.keys);
  }
  await page.close();
  const of = (part: keyof Warm): Sample => sampleOf(runs.map((run) => run[part]));
  const get = { what: 'one get of a block', sample: of('get') };
  const worst = { kind: 'at most', value: papers > GOAL_SIZE ? 50 : 16 } as const;
  return [
    { figure: 'search, warm, p50', papers, unit: 'ms', ours: of('p50'), beside: get, ...goalAt(papers, 5) },
    { figure: 'search, warm, p95', papers, unit: 'ms', ours: of('p95'), beside: get, ...goalAt(papers, 16) },
    { figure: 'worst key while typing', papers, unit: 'ms', ours: worstKey(keys), goal: worst },
  ];
}

/**
 * The key that is slowest in the middle of its runs. The slowest of all runs would tell of the machine: of hundreds of
 * keys one is always hit by something else.
 * @param runs for each run what every key took; the same keys in each
 */
function worstKey(runs: readonly number[][]): Sample {
  const samples = (runs[0] ?? []).map((_, key) => sampleOf(runs.map((run) => run[key] ?? 0)));
  return samples.reduce((worst, sample) => (sample.median > worst.median ? sample : worst));
}

function goalAt(papers: number, times: number): Pick<Line, 'goal'> {
  return papers === GOAL_SIZE ? { goal: { kind: 'at most times', times } } : {};
}

/** Runs in the page. Each search has a get of a block of the index beside it, from anywhere in the index. */
async function searchAll({ queries, keys }: { queries: Query[]; keys: Query[] }) {
  const { openLibrary, searchPapers } = benchOurs;
  const db = await openLibrary();
  const blocks = await db.indexBlocks.toCollection().primaryKeys();
  const timed = async (work: () => PromiseLike<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gleaner');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const get = (key: number) =>
    new Promise((resolve, reject) => {
      const request = raw.transaction('indexBlocks').objectStore('indexBlocks').get(key);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  const [searches, gets, typed]: number[][] = [[], [], []];
  let found = 0;
  const search = async (text: string) => {
    found += (await searchPapers(db, text, {})).ids.length;
  };
  for (const [at, { text }] of queries.entries()) {
    searches?.push(await timed(() => search(text)));
    gets?.push(await timed(() => get(blocks[(at * 7_919) % blocks.length] ?? 0)));
  }
  for (const { text } of keys) typed?.push(await timed(() => search(text)));
  // Each was made from a paper, so far more is found than was asked.
  if (found < queries.length) throw new Error(`${queries.length} queries found ${found} papers.`);
  raw.close();
  db.close();
  return { searches: searches ?? [], gets: gets ?? [], keys: typed ?? [] };
}
