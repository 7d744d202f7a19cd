import Dexie, { type EntityTable } from 'dexie';
import type { Doc } from '../engine.ts';
import { serveEngine } from '../serve-engine.ts';

interface Row {
  id: number;
  words: string[];
}

class WordsDatabase extends Dexie {
  docs!: EntityTable<Row, 'id'>;

  constructor() {
    super('dexie-words');
    this.version(1).stores({ docs: 'id, *words' });
  }
}

/** One multi-entry index of all words, as Dexie's own guide does full-text search. It does not rank. */
serveEngine({
  async build(docs) {
    const db = new WordsDatabase();
    for await (const some of docs) await db.docs.bulkPut(some.map(rowOf));
    db.close();
  },
  async open() {
    const db = new WordsDatabase();
    await db.open();
    return {
      search: async ({ text }) => (await idsOf(db, wordsOf(text))).length,
      add: async (docs) => void (await db.docs.bulkPut(docs.map(rowOf))),
    };
  },
});

function rowOf({ id, title, authors, abstract }: Doc): Row {
  return { id, words: [...new Set(wordsOf(`${title} ${authors} ${abstract}`))] };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

async function idsOf(db: WordsDatabase, words: readonly string[]): Promise<number[]> {
  const found = await Promise.all(
    words.map((word, at) => {
      const where = db.docs.where('words');
      return (at === words.length - 1 ? where.startsWith(word).distinct() : where.equals(word)).primaryKeys();
    }),
  );
  const [first = [], ...others] = found;
  const sets = others.map((ids) => new Set(ids));
  return first.filter((id) => sets.every((ids) => ids.has(id)));
}
