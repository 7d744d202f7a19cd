import { create, insertMultiple, load, save, search } from '@orama/orama';
import type { Doc } from '../engine.ts';
import { loadParts, openSaved, saveParts } from '../saved-text.ts';
import { serveEngine } from '../serve-engine.ts';

const SLICE = 500;
const FOUND = 1_000;

/** Orama, saved as JSON in one record. */
serveEngine({
  async build(docs) {
    const index = newIndex();
    for await (const some of docs) await addAll(index, some);
    await saveParts(await openSaved(), new Map([['index', JSON.stringify(save(index))]]));
  },
  async open() {
    const db = await openSaved();
    const index = newIndex();
    load(index, JSON.parse((await loadParts(db)).get('index') ?? ''));
    return {
      search: async ({ text }) => (await search(index, { term: text, threshold: 0, limit: FOUND })).count,
      add: async (docs) => {
        await addAll(index, docs);
        await saveParts(db, new Map([['index', JSON.stringify(save(index))]]));
      },
    };
  },
});

function newIndex() {
  return create({ schema: { title: 'string', authors: 'string', abstract: 'string' } });
}

async function addAll(index: ReturnType<typeof newIndex>, docs: readonly Doc[]): Promise<void> {
  const named = docs.map(({ id, title, authors, abstract }) => ({ id: String(id), title, authors, abstract }));
  await insertMultiple(index, named, SLICE);
}
