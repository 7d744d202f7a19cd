/** IndexedDB as the browser gives it, with promises: what the floor under a figure is measured with. */

export function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens a database; `make` is called when it is new. */
export function openRaw(name: string, make?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = make ? indexedDB.open(name, 1) : indexedDB.open(name);
  request.onupgradeneeded = () => make?.(request.result);
  return done(request);
}

/** Runs `work` in one transaction over one store and waits until it is on its way to the disk. */
export async function within(
  db: IDBDatabase,
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => void,
): Promise<void> {
  const transaction = db.transaction(store, mode, { durability: 'relaxed' });
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  work(transaction.objectStore(store));
  await finished;
}
