import { randomFrom } from '../grown/random.ts';
import { done, openRaw, within } from './raw-database.ts';

const DIMENSIONS = 128;
const VECTORS_A_RECORD = 4_096; // 1 MB each
const NEAREST = 20;

/** Writes a vector of 128 whole numbers of 16 bits for each paper: 25 MB for 100,000. */
export async function writeDense(papers: number): Promise<void> {
  const db = await openDense();
  const random = randomFrom(128);
  for (let from = 0; from < papers; from += VECTORS_A_RECORD) {
    const vectors = new Int16Array(Math.min(VECTORS_A_RECORD, papers - from) * DIMENSIONS);
    for (let at = 0; at < vectors.length; at++) vectors[at] = random.below(512) - 256;
    await within(db, 'vectors', 'readwrite', (store) => store.put(vectors, from));
  }
  db.close();
}

/** Reads all vectors and finds those nearest to one of them. @returns how long it took, in ms, once the database is open */
export async function scanDense(paper: number): Promise<number> {
  const db = await openDense();
  const begun = performance.now();
  const records: Int16Array[] = await done(db.transaction('vectors').objectStore('vectors').getAll());
  const own = vectorOf(records, paper);
  nearestTo(own, records);
  const took = performance.now() - begun;
  db.close();
  return took;
}

function openDense(): Promise<IDBDatabase> {
  return openRaw('dense', (db) => db.createObjectStore('vectors'));
}

function vectorOf(records: readonly Int16Array[], paper: number): Int16Array {
  const at = (paper % VECTORS_A_RECORD) * DIMENSIONS;
  return (records[Math.floor(paper / VECTORS_A_RECORD)] ?? new Int16Array()).subarray(at, at + DIMENSIONS);
}

/** The numbers of the 20 papers with the greatest products; only those that enter the list cost more than their product. */
function nearestTo(own: Int16Array, records: readonly Int16Array[]): number[] {
  let best: { paper: number; product: number }[] = [];
  let [least, paper] = [Number.NEGATIVE_INFINITY, 0];
  for (const vectors of records) {
    for (let row = 0; row < vectors.length; row += DIMENSIONS) {
      let product = 0;
      for (let at = 0; at < DIMENSIONS; at++) product += (own[at] ?? 0) * (vectors[row + at] ?? 0);
      paper += 1;
      if (product <= least) continue;
      best = [...best, { paper, product }].sort((a, b) => b.product - a.product).slice(0, NEAREST);
      least = best.length < NEAREST ? least : (best.at(-1)?.product ?? least);
    }
  }
  return best.map((one) => one.paper);
}
