/**
 * Runs inside the extension's origin: puts a library of version 1 in the place of any that is there. Every fifth paper
 * has been read, with a note; every hundredth was joined of two.
 */
export async function plantVersion1(papers: number): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await settled(indexedDB.deleteDatabase('gleaner'));
  const opening = indexedDB.open('gleaner', 10);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    const make = (name: string, keyPath: string | string[] | null) =>
      database.createObjectStore(name, keyPath === null ? { keyPath: 'id', autoIncrement: true } : { keyPath });
    make('papers', 'id').createIndex('keys', 'keys', { multiEntry: true });
    const entries = make('entries', 'paperId');
    entries.createIndex('order', 'order');
    entries.createIndex('[shelf+order]', ['shelf', 'order']);
    entries.createIndex('[star+order]', ['star', 'order']);
    make('digests', 'key');
    make('sightings', ['digestKey', 'as']).createIndex('paperId', 'paperId');
    make('merges', null).createIndex('kept.row.id', 'kept.row.id');
    for (const name of ['apart', 'undo']) make(name, null);
    make('counters', 'name');
    make('receipts', ['digestKey', 'seenAt']).createIndex('seenAt', 'seenAt');
    make('notices', null).createIndex('[site+code]', ['site', 'code'], { unique: true });
    make('meta', 'key');
  };
  const database = await settled(opening);
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  const put = (store: string, row: object) => transaction.objectStore(store).put(row);
  const at = '2026-05-12T08:00:00.000Z';
  const describe = (key: string, title: string) => ({
    key,
    identifiers: key.startsWith('title:') ? [] : [key],
    titleKeys: [title.toLowerCase().replaceAll(' ', '')],
    facts: { title, abstract: `${title} is studied at length. `.repeat(12), authors: ['Ada Lovelace', 'Emmy Noether'] },
    sources: { title: 'huggingface-data' },
  });
  for (let n = 0; n < papers; n += 1) {
    const [id, title] = [`p${String(n).padStart(6, '0')}`, `Planted Paper Number ${n}`];
    const name = `arxiv:2605.${String(n).padStart(5, '0')}`;
    const descriptions = [describe(name, title), ...(n % 100 === 0 ? [describe(`doi:10.1000/${n}`, title)] : [])];
    const changed = n % 5 === 0 ? { status: '0mp1-0000-here', note: '0mp1-0001-here' } : {};
    const [status, note] = n % 5 === 0 ? ['read', `Note ${n}`] : ['unread', ''];
    const words = { status, starred: false, tags: [], note, removed: false, changed };
    const entry = { paperId: id, ...words, addedAt: at, order: n };
    put('papers', {
      id,
      keys: [...descriptions.map(({ key }) => key), `title:${descriptions[0]?.titleKeys[0]}`],
      descriptions,
    });
    put('entries', { ...entry, shelf: status });
    put('sightings', {
      digestKey: `huggingface:day:${n % 100}`,
      as: name,
      paperId: id,
      rank: 1,
      seenAt: at,
      lastSeenAt: at,
    });
    if (descriptions.length > 1) {
      const side = (description: object) => ({ row: { id, keys: [], descriptions: [description] }, entry });
      put('merges', { at, kept: side(descriptions[0] ?? {}), absorbed: side(descriptions[1] ?? {}), because: [name] });
    }
  }
  for (let n = 0; n < 100; n += 1) {
    const key = `huggingface:day:${n}`;
    put('digests', { key, site: 'huggingface', kind: 'day', firstSeenAt: at, lastSeenAt: at, size: papers / 100 });
  }
  const counts = {
    papers,
    digests: 100,
    sightings: papers,
    merges: papers / 100,
    read: papers / 5,
    unread: (papers * 4) / 5,
  };
  for (const [name, value] of Object.entries(counts)) put('counters', { name, value });
  put('meta', { key: 'preload', value: { waiting: [], digests: [] } });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
