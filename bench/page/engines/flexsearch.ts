import { Index } from 'flexsearch';
import type { Doc } from '../engine.ts';
import { loadParts, openSaved, saveParts } from '../saved-text.ts';
import { serveEngine } from '../serve-engine.ts';

const FOUND = 1_000;

/** FlexSearch in memory, saved by its own export. One text a paper: words of different fields must be found together. */
serveEngine({
  async build(docs) {
    const index = newIndex();
    for await (const some of docs) addAll(index, some);
    await save(await openSaved(), index);
  },
  async open() {
    const db = await openSaved();
    const index = newIndex();
    for (const [name, text] of await loadParts(db)) index.import(name, text);
    return {
      search: async ({ text }) => index.search(text, { limit: FOUND }).length,
      add: async (docs) => {
        addAll(index, docs);
        await save(db, index);
      },
    };
  },
});

function newIndex(): Index {
  return new Index({ tokenize: 'forward' });
}

function addAll(index: Index, docs: readonly Doc[]): void {
  for (const { id, title, authors, abstract } of docs) index.add(id, `${title} ${authors} ${abstract}`);
}

async function save(db: IDBDatabase, index: Index): Promise<void> {
  const parts = new Map<string, string>();
  await index.export(async (name: string, text: string | undefined) => {
    if (text !== undefined) parts.set(name, text);
  });
  await saveParts(db, parts);
}
