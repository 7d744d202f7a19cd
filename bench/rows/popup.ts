import type { Bench } from '../bench-context.ts';
import { paintedAfter } from '../paint.ts';
import type { Rig } from '../rig.ts';
import { type Row, topSize } from '../row.ts';
import { inTurn, type Measure } from '../sample.ts';
import { makeStaticPage, STATIC_PAGE } from '../static-page.ts';

const LISTED = 'article h2';

/** From the navigation to the popup's page until its first list is painted, with the worker and the database asleep. */
export const popup: Row = {
  name: 'popup',
  async measure(bench) {
    const { sizes, runs } = bench;
    const [least, top] = [Math.min(...sizes), topSize(sizes)];
    const opened: [papers: number, rig: () => Promise<Rig>][] = [];
    for (const papers of sizes) opened.push([papers, await coldRig(bench, papers)]);
    const rigs = new Map(opened);
    const [small, large] = [rigs.get(least), rigs.get(top)];
    if (!small || !large) throw new Error('There is no library to open.');
    await makeStaticPage(await large());
    const sides = Object.fromEntries(
      opened.map(([papers, rig]): [string, Measure] => [
        String(papers),
        async () => paintedAfter(await rig(), 'popup.html', LISTED),
      ]),
    );
    const of = await inTurn<string>(
      {
        ...sides,
        static: async () => paintedAfter(await large(), STATIC_PAGE, LISTED),
        empty: async () => paintedAfter(await large(), 'bench/empty.html', 'body'),
      },
      runs,
    );
    const floor = { what: 'empty page', sample: of('empty') };
    return [
      { figure: 'popup, first list painted', papers: least, unit: 'ms', ours: of(String(least)), beside: floor },
      ...sizes
        .filter((papers) => papers > least)
        .map((papers) => ({
          figure: 'popup, first list painted',
          papers,
          unit: 'ms' as const,
          ours: of(String(papers)),
          beside: { what: `${least} papers`, sample: of(String(least)) },
          goal: { kind: 'at most times' as const, times: 1.2 },
        })),
      {
        figure: 'popup, first list painted',
        papers: top,
        unit: 'ms',
        ours: of(String(top)),
        beside: { what: 'the same page static', sample: of('static') },
        goal: { kind: 'at most times', times: 1.2 },
      },
    ];
  },
};

/**
 * A library's browser, given out when it is cold: it cools while others are measured, which idle browsers do not disturb.
 */
async function coldRig(bench: Bench, papers: number): Promise<() => Promise<Rig>> {
  const rig = await bench.ours(papers);
  return async () => {
    await rig.cool();
    return rig;
  };
}
