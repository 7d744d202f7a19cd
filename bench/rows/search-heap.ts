import { watchHeap } from '../heap.ts';
import type { Query } from '../page/engine.ts';
import type {} from '../page/ours.ts';
import { queriesFor } from '../queries.ts';
import { type Row, topSize } from '../row.ts';
import { sampleOf } from '../sample.ts';

/** What a page's heap grows by when it searches. */
export const searchHeap: Row = {
  name: 'search-heap',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const rig = await bench.ours(papers);
    const grown: number[] = [];
    for (let turn = 1; turn <= bench.runs; turn++) {
      const page = await rig.page('ours');
      await page.evaluate(keepOpen);
      const heap = await watchHeap(page);
      const idle = await heap.live();
      const searching = page.evaluate(searchAll, queriesFor(bench.grown, papers, 240, turn));
      const peak = Math.max(await heap.peakDuring(searching), await heap.live());
      grown.push((peak - idle) / 1e6);
      await page.close();
    }
    return [
      {
        figure: 'heap of a page while searching, above idle',
        papers,
        unit: 'MB',
        ours: sampleOf(grown),
        goal: { kind: 'at most', value: 15 },
      },
    ];
  },
};

declare global {
  /** The library that a row keeps open between its steps. */
  var benchLibrary: Awaited<ReturnType<typeof benchOurs.openLibrary>> | undefined;
}

async function keepOpen(): Promise<void> {
  globalThis.benchLibrary = await benchOurs.openLibrary();
}

async function searchAll(queries: Query[]): Promise<void> {
  if (!benchLibrary) throw new Error('The library is not open.');
  for (const { text } of queries) await benchOurs.searchPapers(benchLibrary, text, {});
}
