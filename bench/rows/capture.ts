import type { Capture } from '../../lib/domain/capture.ts';
import type { Bench } from '../bench-context.ts';
import type { Doc } from '../page/engine.ts';
import type {} from '../page/ours.ts';
import type {} from '../page/serve-engine.ts';
import { type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

const PAPERS = 60;

/** A page with 60 new papers: looked up, stored, and indexed. */
export const capture: Row = {
  name: 'capture',
  async measure(bench) {
    const { sizes, runs } = bench;
    const [least, top] = [sizes.find((papers) => papers >= 1_000) ?? 1_000, topSize(sizes)];
    const [small, large] = [await bench.oursToChange(least), await bench.oursToChange(top)];
    const other = await bench.engineToChange('minisearch', top);
    try {
      const [smallPage, largePage] = [await small.page('ours'), await large.page('ours')];
      const otherPage = await other.page('minisearch');
      const [next, nextLarge, nextOther] = [pages(bench, least), pages(bench, top), pages(bench, top)];
      await otherPage.evaluate(openOther);
      const of = await inTurn(
        {
          small: () => smallPage.evaluate(takeIn, next()),
          large: () => largePage.evaluate(takeIn, nextLarge()),
          minisearch: () => otherPage.evaluate(addToOther, docsOf(nextOther(), top)),
        },
        runs,
      );
      const line = {
        figure: `a page of ${PAPERS} papers stored and indexed`,
        papers: top,
        unit: 'ms' as const,
        ours: of('large'),
      };
      return [
        {
          ...line,
          beside: { what: `${least.toLocaleString('en')} papers`, sample: of('small') },
          goal: { kind: 'at most times', times: 1.3 },
        },
        {
          ...line,
          beside: { what: 'MiniSearch, add and save', sample: of('minisearch') },
          ...(top === 100_000 ? { goal: { kind: 'times less', times: 100 } as const } : {}),
        },
      ];
    } finally {
      for (const rig of [small, large, other]) await rig.close();
    }
  },
};

/** Another page at each call. */
function pages({ grown }: Bench, papers: number): () => Capture {
  let taken = papers;
  return () => {
    const page = grown.page(taken, PAPERS);
    taken += 3 * PAPERS;
    return page;
  };
}

function docsOf({ papers }: Capture, stored: number): Doc[] {
  return papers.map(({ title, authors = [], abstract = '', identifiers }, at) => ({
    // An engine takes a number once; the identifier's digits make it another one for each page.
    id: stored + Number((identifiers[0] ?? '').slice(-5)) + at / 100,
    title,
    authors: authors.join(', '),
    abstract,
  }));
}

async function takeIn(page: Capture): Promise<number> {
  const { openLibrary, ingest, indexAll, indexSome } = benchOurs;
  const db = await openLibrary();
  const begun = performance.now();
  await ingest(db, page);
  await indexSome(db);
  const took = performance.now() - begun;
  // What the segments become is the background's business: nobody waits for it.
  await indexAll(db);
  db.close();
  return took;
}

async function openOther(): Promise<void> {
  globalThis.benchOpened = await benchEngine.open();
}

async function addToOther(docs: Doc[]): Promise<number> {
  const begun = performance.now();
  await benchOpened?.add(docs);
  return performance.now() - begun;
}
