import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFromRows, type TableRow } from '../../lib/library/table-rows.ts';

/** Every row of every table, as one version of Gleaner wrote them. */
export interface Frozen {
  version: number;
  rows: TableRow[];
}

/** The first versions wrote them by table. */
interface FrozenByTable {
  version: number;
  stores: Record<string, unknown[]>;
}

/** Where the dump of a version lies. */
export function frozenFile(version: number): string {
  return join(import.meta.dirname, `v${version}.json`);
}

/** The dump of a version; undefined when it was never made. */
export function readFrozen(version: number): Frozen | undefined {
  const file = frozenFile(version);
  if (!existsSync(file)) return undefined;
  const frozen: Frozen | FrozenByTable = JSON.parse(readFileSync(file, 'utf8'));
  if ('rows' in frozen) return frozen;
  const rows = Object.entries(frozen.stores).flatMap(([table, own]) => own.map((row) => ({ table, row })));
  return { version: frozen.version, rows };
}

/** The rows of one table in a dump. */
export function frozenRows(frozen: Frozen, table: string): Record<string, unknown>[] {
  return frozen.rows.flatMap((one) => (one.table === table ? [one.row as Record<string, unknown>] : []));
}

/** Builds a library as that version left it. */
export async function thaw(name: string, { version, rows }: Frozen): Promise<void> {
  await buildFromRows(name, version, rows);
}
