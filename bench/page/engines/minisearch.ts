import MiniSearch, { type Options } from 'minisearch';
import type { Doc } from '../engine.ts';
import { loadParts, openSaved, saveParts } from '../saved-text.ts';
import { serveEngine } from '../serve-engine.ts';

const OPTIONS: Options<Doc> = {
  fields: ['title', 'authors', 'abstract'],
  searchOptions: {
    boost: { title: 3, authors: 3 },
    combineWith: 'AND',
    prefix: (_word, at, words) => at === words.length - 1,
  },
};

/** MiniSearch, saved as JSON in one record, as its guide proposes. */
serveEngine({
  async build(docs) {
    const index = new MiniSearch<Doc>(OPTIONS);
    for await (const some of docs) index.addAll(some);
    await saveParts(await openSaved(), new Map([['index', JSON.stringify(index)]]));
  },
  async open() {
    const db = await openSaved();
    const index = MiniSearch.loadJSON<Doc>((await loadParts(db)).get('index') ?? '', OPTIONS);
    return {
      search: async ({ text }) => index.search(text).length,
      add: async (docs) => {
        index.addAll(docs);
        await saveParts(db, new Map([['index', JSON.stringify(index)]]));
      },
    };
  },
});
