import { encodedSize } from './encoded-size.ts';
import { openRaw } from './raw-database.ts';

export interface TableSize {
  records: number;
  /** Of the records as browsers write them down, before they are compressed, with 20 for each key and its neighbours. */
  bytes: number;
}

const KEY_BYTES = 20;

/** Walks every table of the library. */
export async function tableSizes(): Promise<Record<string, TableSize>> {
  const db = await openRaw('gleaner');
  const sizes: Record<string, TableSize> = {};
  for (const name of db.objectStoreNames) sizes[name] = await sizeOfTable(db.transaction(name).objectStore(name));
  db.close();
  return sizes;
}

function sizeOfTable(store: IDBObjectStore): Promise<TableSize> {
  const size: TableSize = { records: 0, bytes: 0 };
  return new Promise((resolve, reject) => {
    const request = store.openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(size);
      size.records += 1;
      size.bytes += KEY_BYTES + encodedSize(cursor.value);
      cursor.continue();
    };
  });
}
