import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../lib/library/migrations/all.ts';
import { declare } from '../../lib/library/upgrade.ts';

/** Every row of every store, as one version of Gleaner wrote them. */
export interface Frozen {
  version: number;
  stores: Record<string, Record<string, unknown>[]>;
}

/** Where the dump of a version lies. */
export function frozenFile(version: number): string {
  return join(import.meta.dirname, `v${version}.json`);
}

/** The dump of a version; undefined when it was never made. */
export function readFrozen(version: number): Frozen | undefined {
  const file = frozenFile(version);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Frozen) : undefined;
}

/** Builds a library as that version left it. */
export async function thaw(name: string, { version, stores }: Frozen): Promise<void> {
  const database = declare(name, MIGRATIONS, version);
  await database.open();
  await database.transaction('rw', database.tables, async () => {
    for (const [store, rows] of Object.entries(stores)) await database.table(store).bulkAdd(rows);
  });
  database.close();
}
