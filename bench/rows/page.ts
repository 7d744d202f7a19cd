import { serve } from '../../scripts/traffic.ts';
import { workClock } from '../../scripts/work-clock.ts';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import type { Rig } from '../rig.ts';
import { type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

const BLANK = 'https://huggingface.co/blank';
const ROWS = 200;
/** Until the page has been read, stored, marked and looked at once more because it was still. */
const QUIET_MS = 5_000;

/** What a digest page's own thread works while it loads: with Gleaner reading and marking it, and without. */
export const page: Row = {
  name: 'page',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const [ours, bare] = [await bench.oursToChange(papers), await bench.bare()];
    try {
      const days = Array.from({ length: bench.runs + 1 }, (_, run) => dayAt(run));
      const routes = {
        ...Object.fromEntries(days.map(({ address, html }) => [address, html])),
        [BLANK]: '<!doctype html>',
      };
      await serve(ours.gleaner.context, routes);
      await serve(bare.gleaner.context, routes);
      const next = { ours: 0, bare: 0 };
      const of = await inTurn(
        {
          ours: () => workOn(ours, days[next.ours++ % days.length]?.address ?? '', true),
          bare: () => workOn(bare, days[next.bare++ % days.length]?.address ?? '', false),
        },
        bench.runs,
      );
      return [
        {
          figure: `main thread of a page of ${ROWS} rows, read and marked`,
          papers,
          unit: 'ms',
          ours: of('ours'),
          beside: { what: 'the page alone', sample: of('bare') },
          note: `Work of the thread in the first ${QUIET_MS / 1_000} s, as the browser counts it; most of it in pieces between frames.`,
        },
      ];
    } finally {
      await ours.close();
      await bare.close();
    }
  },
};

/** Another day with papers of its own. */
function dayAt(run: number): { address: string; html: string } {
  const day = `2026-06-${String(run + 1).padStart(2, '0')}`;
  return {
    address: `https://huggingface.co/papers/date/${day}`,
    html: dayPage(day, sampleEntries(ROWS, 40_000 + run * ROWS)),
  };
}

async function workOn({ gleaner }: Rig, address: string, marked: boolean): Promise<number> {
  const tab = await gleaner.context.newPage();
  try {
    // A page of the same site first, for a thread counts from its own beginning.
    await tab.goto(BLANK);
    const worked = await workClock(tab);
    const before = await worked();
    await tab.goto(address);
    if (marked) await tab.locator('gleaner-marks').waitFor({ state: 'attached' });
    await tab.waitForTimeout(QUIET_MS);
    return (await worked()) - before;
  } finally {
    await tab.close();
  }
}
