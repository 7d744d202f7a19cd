import type {} from '../page/raw.ts';
import type { Rig } from '../rig.ts';
import { type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

/** The first open of the database when nobody else has it open. */
export const open: Row = {
  name: 'open',
  async measure(bench) {
    const { sizes, runs } = bench;
    const top = topSize(sizes);
    const less = Math.max(...sizes.filter((papers) => papers < top));
    const [large, small] = [await bench.ours(top), await bench.ours(less)];
    const of = await inTurn({ top: () => openCold(large), less: () => openCold(small) }, runs);
    return [
      {
        figure: 'first open of the database, cold',
        papers: top,
        unit: 'ms',
        ours: of('top'),
        beside: { what: `${less.toLocaleString('en')} papers`, sample: of('less') },
        goal: { kind: 'at most times', times: 4 },
      },
    ];
  },
};

async function openCold(rig: Rig): Promise<number> {
  await rig.cool();
  const page = await rig.page('raw');
  const ms = await page.evaluate(async () => {
    const begun = performance.now();
    const db = await benchRaw.openRaw('gleaner');
    const took = performance.now() - begun;
    db.close();
    return took;
  });
  await page.close();
  return ms;
}
