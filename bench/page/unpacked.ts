import type { BackupPaper } from '../../lib/domain/backup.ts';
import { lookupKeys } from '../../lib/domain/description.ts';
import { grownLines } from './grown-file.ts';
import { openRaw, within } from './raw-database.ts';

const PAPERS_A_TRANSACTION = 2_000;

/**
 * Writes a grown library the usual way: one record a paper, an index of its keys, one of its place and one of its shelf.
 * @returns how long the writing took, in ms, without reading the file
 */
export async function importUnpacked(papers: number, name: string): Promise<number> {
  const db = await openRaw(name, (fresh) => {
    const store = fresh.createObjectStore('papers', { keyPath: 'id' });
    store.createIndex('keys', 'keys', { multiEntry: true });
    store.createIndex('order', 'order');
    store.createIndex('shelf', ['shelf', 'order']);
  });
  let [spent, rows]: [number, object[]] = [0, []];
  const write = async () => {
    const begun = performance.now();
    await within(db, 'papers', 'readwrite', (store) => {
      for (const row of rows) store.put(row);
    });
    spent += performance.now() - begun;
    rows = [];
  };
  for await (const line of grownLines(papers)) {
    if (!line.startsWith('{"paper"')) continue;
    const { paper }: { paper: BackupPaper } = JSON.parse(line);
    rows.push(rowOf(paper));
    if (rows.length === PAPERS_A_TRANSACTION) await write();
  }
  await write();
  db.close();
  return spent;
}

function rowOf({ id, descriptions, words, sightings, order }: BackupPaper): object {
  const shelf = words[0]?.said.status?.value ?? 'unread';
  return { id: Number(id), keys: descriptions.flatMap(lookupKeys), descriptions, words, sightings, order, shelf };
}
