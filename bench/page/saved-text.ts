import { done, openRaw, within } from './raw-database.ts';

const [DATABASE, STORE] = ['saved', 'parts'];

/** Texts by name in a database of their own: where an engine that lives in memory saves itself. */
export async function openSaved(): Promise<IDBDatabase> {
  return openRaw(DATABASE, (db) => db.createObjectStore(STORE));
}

export async function saveParts(db: IDBDatabase, parts: ReadonlyMap<string, string>): Promise<void> {
  await within(db, STORE, 'readwrite', (store) => {
    for (const [name, text] of parts) store.put(text, name);
  });
}

export async function loadParts(db: IDBDatabase): Promise<Map<string, string>> {
  const store = db.transaction(STORE).objectStore(STORE);
  const [names, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  return new Map(names.map((name, at) => [String(name), String(texts[at])]));
}
