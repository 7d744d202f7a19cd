import type Dexie from 'dexie';
import type { Table } from 'dexie';
import { MIGRATIONS } from './migrations/all.ts';
import { declare } from './upgrade.ts';

/** One row of one table, as some version of Gleaner wrote it, but for numbers in bulk, which are written as `Numbers`. */
export interface TableRow {
  table: string;
  row: unknown;
  /** Where the row does not hold its key itself. */
  key?: number;
}

/** Numbers in bulk as JSON can hold them. */
interface Numbers {
  $type: NumbersType;
  values: number[];
}

const NUMBERS = { Uint8Array, Uint32Array, Float64Array } as const;
type NumbersType = keyof typeof NUMBERS;

/** Every row of an open database, as it stands at one moment. */
export async function everyRow(database: Dexie): Promise<TableRow[]> {
  return database.transaction('r', database.tables, async () => {
    const all = await Promise.all(
      database.tables.map(async (table) => {
        const rows: unknown[] = await table.toArray();
        const keys: unknown[] = holdsKey(table) ? [] : await table.toCollection().primaryKeys();
        return rows.map((row, index): TableRow => {
          const key = keys[index];
          return { table: table.name, row: plain(row), ...(typeof key === 'number' ? { key } : {}) };
        });
      }),
    );
    return all.flat();
  });
}

/**
 * Builds a database as one version of Gleaner left it, in place of any of that name.
 * @throws when the rows do not fit the tables of that version
 */
export async function buildFromRows(name: string, version: number, rows: readonly TableRow[]): Promise<void> {
  const database = declare(name, MIGRATIONS, version);
  try {
    await database.delete({ disableAutoOpen: false });
    await database.open();
    await database.transaction('rw', database.tables, async () => {
      for (const [name, own] of Map.groupBy(rows, (one) => one.table)) {
        const table = database.table(name);
        const values = own.map(({ row }) => restored(row));
        const keys = own.flatMap(({ key }) => key ?? []);
        await (holdsKey(table) ? table.bulkAdd(values) : table.bulkAdd(values, keys));
      }
    });
  } finally {
    database.close();
  }
}

function holdsKey(table: Table): boolean {
  return table.schema.primKey.keyPath !== null && table.schema.primKey.keyPath !== '';
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const type = typeOf(value);
  if (type) return { $type: type, values: Array.from(value as Uint8Array) } satisfies Numbers;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** By its tag, because a database of another realm gives arrays of another one's. */
function typeOf(value: object): NumbersType | undefined {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return isNumbersType(tag) ? tag : undefined;
}

function isNumbersType(tag: unknown): tag is NumbersType {
  return typeof tag === 'string' && Object.hasOwn(NUMBERS, tag);
}

function restored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(restored);
  if (isNumbers(value)) return NUMBERS[value.$type].from(value.values);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, restored(inner)]));
}

function isNumbers(value: object): value is Numbers {
  return '$type' in value && isNumbersType(value.$type) && 'values' in value && Array.isArray(value.values);
}
