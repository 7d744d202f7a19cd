import type { Bench } from '../bench-context.ts';
import type {} from '../page/ours.ts';
import type { Rig } from '../rig.ts';
import { type Row, topSize } from '../row.ts';
import { sampleOf } from '../sample.ts';

interface Times {
  change: number;
  undo: number;
}

/** All papers marked as read at once, and that taken back. */
export const bulk: Row = {
  name: 'bulk',
  async measure(bench) {
    const top = topSize(bench.sizes);
    const less = Math.max(...bench.sizes.filter((papers) => papers < top));
    const [large, small] = [await timesAt(bench, top), await timesAt(bench, less)];
    const line = (figure: string, part: keyof Times) => ({
      figure,
      papers: top,
      unit: 's' as const,
      ours: sampleOf(large.map((times) => times[part] / 1_000)),
      beside: {
        what: `${less.toLocaleString('en')} papers`,
        sample: sampleOf(small.map((times) => times[part] / 1_000)),
      },
    });
    return [line('all papers marked as read', 'change'), line('… and that undone', 'undo')];
  },
};

async function timesAt(bench: Bench, papers: number): Promise<Times[]> {
  const rig: Rig = await bench.oursToChange(papers);
  try {
    const page = await rig.page('ours');
    const times: Times[] = [];
    for (let turn = 0; turn < bench.runs; turn++) times.push(await page.evaluate(changeAndUndo));
    return times;
  } finally {
    await rig.close();
  }
}

async function changeAndUndo(): Promise<Times> {
  const { openLibrary, listPaperIds, changeEntries, undoLast } = benchOurs;
  const db = await openLibrary();
  const ids = await listPaperIds(db, { status: 'all', starred: false });
  const begun = performance.now();
  await changeEntries(db, ids, { status: 'read' }, Date.now());
  const changed = performance.now();
  await undoLast(db, Date.now());
  const undone = performance.now();
  db.close();
  return { change: changed - begun, undo: undone - changed };
}
