import type Dexie from 'dexie';
import { MIGRATIONS } from './migrations/all.ts';
import { declare } from './upgrade.ts';

/** One row of one table, as some version of Gleaner wrote it. */
export interface TableRow {
  table: string;
  row: unknown;
}

/** Every row of an open database, as it stands at one moment. */
export async function everyRow(database: Dexie): Promise<TableRow[]> {
  return database.transaction('r', database.tables, async () => {
    const all = await Promise.all(
      database.tables.map(async (table) => ({ table: table.name, rows: await table.toArray() })),
    );
    return all.flatMap(({ table, rows }) => rows.map((row: unknown): TableRow => ({ table, row })));
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
      for (const [table, own] of Map.groupBy(rows, (one) => one.table)) {
        await database.table(table).bulkAdd(own.map(({ row }) => row));
      }
    });
  } finally {
    database.close();
  }
}
