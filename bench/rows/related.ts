import { randomFrom } from '../grown/random.ts';
import type {} from '../page/ours.ts';
import type {} from '../page/raw.ts';
import { GOAL_SIZE, type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

const RELATED = 20;

/** Papers like one, in a page that has the database open and nothing of it in memory. */
export const related: Row = {
  name: 'related',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const random = randomFrom(papers);
    const bare = await bench.bare();
    try {
      const [ours, raw] = [await (await bench.ours(papers)).page('ours'), await bare.page('raw')];
      await raw.evaluate((count) => benchRaw.writeDense(count), papers);
      const of = await inTurn(
        {
          ours: () => ours.evaluate(relatedTo, { id: 1 + random.below(papers), limit: RELATED }),
          dense: () => raw.evaluate((paper) => benchRaw.scanDense(paper), random.below(papers)),
        },
        bench.runs,
      );
      await ours.close();
      return [
        {
          figure: 'papers related to one',
          papers,
          unit: 'ms',
          ours: of('ours'),
          beside: { what: 'dense vectors, loaded and scanned', sample: of('dense') },
          ...(papers === GOAL_SIZE ? { goal: { kind: 'times less', times: 10 } as const } : {}),
        },
      ];
    } finally {
      await bare.close();
    }
  },
};

async function relatedTo({ id, limit }: { id: number; limit: number }): Promise<number> {
  const { openLibrary, relatedPapers } = benchOurs;
  const db = await openLibrary();
  const begun = performance.now();
  await relatedPapers(db, id, { limit });
  const took = performance.now() - begun;
  db.close();
  return took;
}
