import type { ShelfFilter } from '../../lib/domain/listed-paper.ts';
import type { Sort } from '../../lib/library/list-papers.ts';
import type {} from '../page/ours.ts';
import { type Row, topSize } from '../row.ts';
import { inTurn } from '../sample.ts';

interface Asked {
  filter: ShelfFilter;
  sort: Sort;
}

const FIRST_SCREEN = 50;
const LISTS: Readonly<Record<string, Asked>> = {
  unread: { filter: { status: 'unread', starred: false }, sort: 'newest' },
  starred: { filter: { status: 'all', starred: true }, sort: 'newest' },
  'of a site since 2024': {
    filter: { status: 'all', starred: false, site: 'huggingface', addedSince: '2024-01-01T00:00:00.000Z' },
    sort: 'newest',
  },
  'by upvotes': { filter: { status: 'all', starred: false }, sort: 'upvotes' },
  'by date': { filter: { status: 'all', starred: false }, sort: 'published' },
};

/** Lists through filters and in orders: all their papers by number, and the first screen of them to show. */
export const lists: Row = {
  name: 'lists',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    const page = await (await bench.ours(papers)).page('ours');
    const names = Object.keys(LISTS);
    const sides = Object.entries(LISTS).map(([name, asked]) => [
      name,
      () => page.evaluate(listAndLoad, { ...asked, count: FIRST_SCREEN }),
    ]);
    const of = await inTurn<string>(Object.fromEntries(sides), bench.runs);
    await page.close();
    return names.map((name) => ({ figure: `list ${name}, first screen loaded`, papers, unit: 'ms', ours: of(name) }));
  },
};

async function listAndLoad({ filter, sort, count }: Asked & { count: number }): Promise<number> {
  const { openLibrary, listPaperIds, loadListed } = benchOurs;
  const db = await openLibrary();
  const begun = performance.now();
  const ids = await listPaperIds(db, filter, sort);
  await loadListed(db, ids.slice(0, count));
  const took = performance.now() - begun;
  db.close();
  return took;
}
