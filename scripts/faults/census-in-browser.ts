import { type Census, COUNTED, countStores } from './count-stores.ts';

/** Brought into a page of the extension's origin. Reads in one transaction, so that it sees one state. */
async function census(digestKey: string): Promise<Census> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('gleaner'));
  try {
    const transaction = database.transaction(COUNTED, 'readonly');
    const all = (name: (typeof COUNTED)[number]) => done(transaction.objectStore(name).getAll());
    const [paperPacks, entryPacks, digests, counters, keyBuckets, members, columns, meta] = await Promise.all([
      all('paperPacks'),
      all('entryPacks'),
      all('digests'),
      all('counters'),
      all('keyBuckets'),
      all('members'),
      all('columns'),
      all('meta'),
    ]);
    return countStores({ paperPacks, entryPacks, digests, counters, keyBuckets, members, columns, meta }, digestKey);
  } finally {
    database.close();
  }
}

declare global {
  var gleanerCensus: typeof census;
}
globalThis.gleanerCensus = census;
