import type { Table } from 'dexie';
import type { PaperId } from '../domain/paper.ts';

/** Rows of papers with neighbouring numbers, in one record; null where there is no such paper. */
export interface Pack<Row> {
  pack: number;
  rows: (Row | null)[];
}

/** Rows by paper, which lie packed. */
export interface Packed<Row> {
  /** The records themselves. */
  table(): Table<Pack<Row>, number>;
  get(ids: Iterable<PaperId>): Promise<Map<PaperId, Row>>;
  /**
   * Writes rows, and deletes where there is none, inside the running transaction.
   * @param told how many packs of how many are written
   */
  put(rows: ReadonlyMap<PaperId, Row | undefined>, told?: (done: number, total: number) => void): Promise<void>;
  /** Rows of a record, by paper. */
  unpack(pack: Pack<Row>): [PaperId, Row][];
}

/** Records written at once: few enough that a long import can say how far it is. */
const SLICE = 64;

/**
 * A table of packs as rows by paper. A record is best kept under 64 KiB, from where on the browser puts it in a file of
 * its own, which is several times slower.
 * @param size papers in a record
 */
export function packed<Row>(table: () => Table<Pack<Row>, number>, size: number): Packed<Row> {
  const packOf = (id: PaperId) => Math.floor(id / size);
  return {
    table,
    get: async (ids) => {
      const wanted = [...ids];
      const numbers = [...new Set(wanted.map(packOf))];
      const packs = new Map((await table().bulkGet(numbers)).flatMap((pack) => (pack ? [[pack.pack, pack.rows]] : [])));
      const found = new Map<PaperId, Row>();
      for (const id of wanted) {
        const row = packs.get(packOf(id))?.[id % size];
        if (row) found.set(id, row);
      }
      return found;
    },
    put: async (rows, told) => {
      const changes = [...Map.groupBy(rows, ([id]) => packOf(id))].sort(([a], [b]) => a - b);
      let before: PromiseLike<unknown> | undefined;
      for (let start = 0; start < changes.length; start += SLICE) {
        const { full, empty } = await changedPacks(table(), size, changes.slice(start, start + SLICE));
        await before;
        told?.(start, changes.length);
        // While the database writes this slice, the next is made ready. (What is not waited for must be Dexie's own
        // promise: of any other it would lose the transaction.)
        before = table().bulkPut(full);
        before.then(undefined, () => undefined); // what it fails with is met where it is waited for
        await table().bulkDelete(empty);
      }
      await before;
    },
    unpack: ({ pack, rows }) => rows.flatMap((row, slot) => (row ? [[pack * size + slot, row] as [PaperId, Row]] : [])),
  };
}

type Changes<Row> = readonly (readonly [pack: number, rows: readonly (readonly [PaperId, Row | undefined])[]])[];

/** The records that changes make, and those that they leave nothing in. */
async function changedPacks<Row>(
  table: Table<Pack<Row>, number>,
  size: number,
  changes: Changes<Row>,
): Promise<{ full: Pack<Row>[]; empty: number[] }> {
  // A record that is written whole need not be read.
  const partial = changes.filter(([, rows]) => rows.length < size).map(([pack]) => pack);
  const known = new Map((await table.bulkGet(partial)).flatMap((pack) => (pack ? [[pack.pack, pack.rows]] : [])));
  const after = changes.map(([pack, changed]): Pack<Row> => {
    const rows = Array.from({ length: size }, (_, slot) => known.get(pack)?.[slot] ?? null);
    for (const [id, row] of changed) rows[id % size] = row ?? null;
    return { pack, rows: rows.slice(0, rows.findLastIndex((row) => row !== null) + 1) };
  });
  return {
    full: after.filter(({ rows }) => rows.length > 0),
    empty: after.filter(({ rows }) => rows.length === 0).map(({ pack }) => pack),
  };
}
