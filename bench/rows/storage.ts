import type {} from '../page/raw.ts';
import { type Row, topSize } from '../row.ts';
import { sampleOf } from '../sample.ts';

/** Why a table takes what it takes. A table without a sentence here is not justified. */
const WHY: Readonly<Record<string, string>> = {
  paperPacks: 'what was scraped, as it was scraped: nothing of it can be had again without the page',
  entryPacks: 'what the user said by name, with the clock of each word, and the place in the list',
  columns: 'status, order and what lists sort by, so that no list reads a paper',
  keyBuckets: 'a fingerprint for each identifier and title, so that a page is looked up without an index of texts',
  digests: 'where papers were seen',
  members: 'which papers a digest showed, for its list',
  indexBlocks: 'the search index',
};

/** What a paper takes on the disk, table by table. */
export const storage: Row = {
  name: 'storage',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const page = await (await bench.ours(papers)).page('raw');
    const sizes = await page.evaluate(() => benchRaw.tableSizes());
    await page.close();
    const { bytes = 0 } = await bench.facts('ours', papers);
    const tables = Object.entries(sizes)
      .map(([table, size]) => ({ table, records: size.records, bytes: size.bytes / papers }))
      .filter((size) => size.bytes >= 1 || WHY[size.table])
      .sort((a, b) => b.bytes - a.bytes);
    return [
      {
        figure: 'a paper on the disk, all in all',
        papers,
        unit: 'bytes',
        ours: sampleOf([bytes / papers]),
        note: 'As the closed browser left it, compressed. The tables below are counted before compression.',
      },
      ...tables.map((size) => ({
        figure: `a paper in ${size.table}`,
        papers,
        unit: 'bytes' as const,
        ours: sampleOf([size.bytes]),
        note: `${size.records.toLocaleString('en')} records: ${WHY[size.table] ?? 'no reason is given'}.`,
      })),
    ];
  },
};
