import type { PaperId } from '../domain/paper.ts';
import { STATUSES, type Status } from '../domain/shelf.ts';
import type { GleanerDatabase } from './database.ts';

/**
 * What lists are made of, by paper: a filter or an order over 100,000 papers reads these and no paper.
 * - `state`: bits, see `STATE`; 0 where there is no paper
 * - `order`: the place in the list, as `Entry.order`
 * - `upvotes`: the most that were seen, 0 where none are known
 * - `published`: `YYYYMMDD`, with zeros for what is not known; 0 where nothing is
 * - `sites`: a bit for each site that showed it (`site-bits.ts`)
 * - `due`: bits, see `DUE`; apart from the state, so that lists need not be read again while papers are indexed
 */
const KINDS = {
  state: Uint8Array,
  order: Float64Array,
  upvotes: Uint32Array,
  published: Uint32Array,
  sites: Uint32Array,
  due: Uint8Array,
} as const;

export type ColumnKind = keyof typeof KINDS;
export type Column<Kind extends ColumnKind = ColumnKind> = InstanceType<(typeof KINDS)[Kind]>;
export const COLUMN_KINDS = Object.keys(KINDS) as ColumnKind[];

/** A stretch of one column. */
export interface ColumnRow {
  kind: ColumnKind;
  chunk: number;
  values: Column;
}

/** Bits of a paper's state. The two lowest are its status, as a place in `STATUSES`. */
export const STATE = {
  status: 0b11,
  starred: 4,
  removed: 8,
  /** There is such a paper. */
  present: 16,
} as const;

/** Bits of what the search index does not hold as it is now: title, authors and abstract, or tags and note. */
export const DUE = { text: 1, said: 2 } as const;

/** Papers in one record: a click writes 2 KiB again, and a list of 100,000 papers is read in a hundred records. */
export const CHUNK = 2_048;

/** The bits of a status. */
export function statusBits(status: Status): number {
  return STATUSES.indexOf(status);
}

/** The status in a state. */
export function statusIn(state: number): Status {
  return STATUSES[state & STATE.status] ?? 'unread';
}

/** A whole column, by paper; papers beyond its end have 0. */
export async function readColumn<Kind extends ColumnKind>(db: GleanerDatabase, kind: Kind): Promise<Column<Kind>> {
  const rows = await db.columns.where('[kind+chunk]').between([kind, 0], [kind, Number.POSITIVE_INFINITY]).toArray();
  const whole = new KINDS[kind](((rows.at(-1)?.chunk ?? -1) + 1) * CHUNK);
  for (const { chunk, values } of rows) whole.set(values, chunk * CHUNK);
  return whole as Column<Kind>;
}

/** A change of one cell: bits to clear and then to set; for a plain value all bits are cleared. */
export interface CellChange {
  id: PaperId;
  clear?: number;
  set: number;
}

/** Changes cells of one column, inside the running transaction. */
export async function changeColumn(
  db: GleanerDatabase,
  kind: ColumnKind,
  changes: readonly CellChange[],
): Promise<void> {
  const chunks = [...Map.groupBy(changes, ({ id }) => Math.floor(id / CHUNK))];
  const known = await db.columns.bulkGet(chunks.map(([chunk]) => [kind, chunk]));
  await db.columns.bulkPut(
    chunks.map(([chunk, cells], index): ColumnRow => {
      const values = known[index]?.values ?? new KINDS[kind](CHUNK);
      for (const { id, clear, set } of cells) {
        const place = id % CHUNK;
        values[place] = clear === undefined ? set : ((values[place] ?? 0) & ~clear) | set;
      }
      return { kind, chunk, values };
    }),
  );
}
