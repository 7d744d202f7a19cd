import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../lib/library/database.ts';
import { everyRow } from '../lib/library/table-rows.ts';
import { fillEveryStore } from '../tests/databases/fill.ts';
import { root } from './project.ts';
import { runMain, Stop, say } from './say.ts';

// A dump is made by the very version that it stands for, and never again: later versions are tested against it.
await runMain(async () => {
  const db = openDatabase('frozen');
  await fillEveryStore(db);
  const version = db.verno;
  const file = join(root, 'tests', 'databases', `v${version}.json`);
  if (existsSync(file)) throw new Stop(`${file} is frozen: a change of the tables needs a new version.`);
  mkdirSync(join(root, 'tests', 'databases'), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ version, rows: await everyRow(db) })}\n`);
  say(`Wrote ${file}.`);
  return 0;
});
