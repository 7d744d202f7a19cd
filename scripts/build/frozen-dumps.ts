import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../lib/library/migrations/all.ts';

/**
 * Every version of the tables must have left a dump of its own, or nobody could tell whether later versions read it.
 * @param folder where the dumps lie
 * @throws when one is missing
 */
export function requireDumps(folder: string): void {
  const missing = MIGRATIONS.filter(({ version }) => !existsSync(join(folder, `v${version}.json`)));
  if (missing.length === 0) return;
  const names = missing.map(({ version }) => `v${version}.json`).join(', ');
  throw new Error(`${folder} has no ${names}: run npm run freeze-database with the code of that version.`);
}
