/** What lies in a database, whatever its version. */
export interface LibraryLook {
  /** As Dexie counts; undefined when there is no database. */
  version: number | undefined;
  /** Rows by store; of papers, entries, sightings and words also where they lie packed. */
  rows: Record<string, number>;
  /** A mark of every row of each store, so that a lost or changed row shows. */
  marks: Record<string, string>;
  /** The same of what is known of papers, however it is stored: descriptions, sightings, places, and what was said. */
  contents: Record<string, string>;
  /** Entries that do not know the names of their paper, as all of them do from version 2 on. */
  nameless: number;
}

/** Runs inside the extension's origin: what lies in the library, as it is. */
export async function lookAtLibrary(): Promise<LibraryLook> {
  interface Paper {
    id: unknown;
    descriptions: { key: string }[];
    sightings?: { digestKey: string; as: string }[];
  }
  interface Entry {
    paperId: unknown;
    names?: string[];
    addedAt: string;
    order: number;
    /** In the first version what was said of the paper, and when; later it stands under its names. */
    changed?: Record<string, string>;
    words?: { key: string; said: Record<string, { value: unknown; clock: string }> }[];
  }
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const markOf = (rows: unknown[]) => {
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    let mark = 0;
    for (const byte of bytes) mark = (Math.imul(mark, 31) + byte) | 0;
    return `${bytes.length}:${mark}`;
  };
  const look: LibraryLook = { version: undefined, rows: {}, marks: {}, contents: {}, nameless: 0 };
  if (!(await indexedDB.databases()).some(({ name }) => name === 'gleaner')) return look;
  const database = await settled(indexedDB.open('gleaner'));
  look.version = database.version / 10;
  const transaction = database.transaction([...database.objectStoreNames], 'readonly');
  const stores = new Map<string, unknown[]>();
  const all = <Row>(store: string): Row[] => (stores.get(store) ?? []) as Row[];
  for (const name of database.objectStoreNames) {
    const rows: unknown[] = await settled(transaction.objectStore(name).getAll());
    stores.set(name, rows);
    look.rows[name] = rows.length;
    look.marks[name] = markOf(rows);
  }
  database.close();

  const unpack = <Row>(store: string, size: number) =>
    all<{ pack: number; rows: (Row | null)[] }>(store).flatMap(({ pack, rows }) =>
      rows.flatMap((row, slot) => (row ? [{ ...row, id: pack * size + slot, paperId: pack * size + slot }] : [])),
    );
  const isPacked = stores.has('paperPacks');
  const papers = isPacked ? unpack<Paper>('paperPacks', 16) : all<Paper>('papers');
  const entries = isPacked ? unpack<Entry>('entryPacks', 128) : all<Entry>('entries');
  const sightings = isPacked
    ? papers.flatMap((paper) => paper.sightings ?? [])
    : all<{ digestKey: string; as: string; paperId?: unknown }>('sightings').map(({ paperId: _, ...own }) => own);
  const namesOf = new Map(papers.map(({ id, descriptions }) => [id, descriptions.map(({ key }) => key)]));
  const words = isPacked
    ? entries.flatMap((entry) => entry.words ?? [])
    : entries.flatMap((entry) => {
        const said = Object.entries(entry.changed ?? {}).map(
          ([field, clock]) => [field, { value: Reflect.get(entry, field), clock }] as const,
        );
        const names = said.length > 0 ? (namesOf.get(entry.paperId) ?? []) : [];
        return names.map((key) => ({ key, said: Object.fromEntries(said) }));
      });
  const places = entries.map(({ paperId, addedAt, order }) => [namesOf.get(paperId), addedAt, order]);
  const inOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  const saidOf = words.map(({ key, said }) => [
    key,
    inOrder(Object.entries(said).map(([field, { value, clock }]) => [field, value, clock])),
  ]);
  look.contents = {
    papers: markOf(inOrder(papers.map(({ descriptions }) => descriptions))),
    sightings: markOf(inOrder(sightings)),
    places: markOf(inOrder(places)),
    words: markOf(inOrder(saidOf)),
  };
  look.nameless = entries.filter(({ names }) => !names?.length).length;
  if (isPacked) {
    const counts = { papers, entries, sightings, words };
    for (const [name, rows] of Object.entries(counts)) look.rows[name] = rows.length;
  }
  return look;
}
