import type {} from '../page/ours.ts';
import type {} from '../page/raw.ts';
import { GOAL_SIZE, type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

/** A whole library restored from a backup, beside one record a paper with three indexes. */
export const restore: Row = {
  name: 'restore',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const rig = await bench.bare();
    let turn = 0;
    try {
      const of = await inTurn(
        {
          ours: async () => {
            const page = await rig.page('ours');
            const ms = await page.evaluate(restoreInto, { papers, name: `restored ${++turn}` });
            await page.close();
            return ms / 1_000;
          },
          unpacked: async () => {
            const page = await rig.page('raw');
            const ms = await page.evaluate(importInto, { papers, name: `unpacked ${++turn}` });
            await page.close();
            return ms / 1_000;
          },
        },
        bench.runs,
      );
      return [
        {
          figure: 'a library restored',
          papers,
          unit: 's',
          ours: of('ours'),
          beside: { what: 'a record a paper, 3 indexes', sample: of('unpacked') },
          ...(papers === GOAL_SIZE ? { goal: { kind: 'times less', times: 10 } as const } : {}),
          note: 'Both write what is in memory already; reading and checking the file is left out.',
        },
      ];
    } finally {
      await rig.close();
    }
  },
};

async function restoreInto({ papers, name }: { papers: number; name: string }): Promise<number> {
  const { openLibrary, readGrown, restoreBackup } = benchOurs;
  const backup = await readGrown(papers);
  const db = await openLibrary(name);
  const begun = performance.now();
  await restoreBackup(db, backup, { mode: 'replace', nowMs: Date.now() });
  const took = performance.now() - begun;
  await db.delete();
  return took;
}

async function importInto({ papers, name }: { papers: number; name: string }): Promise<number> {
  const took = await benchRaw.importUnpacked(papers, name);
  indexedDB.deleteDatabase(name);
  return took;
}
