import type { PaperId } from '../domain/paper.ts';
import { CHUNK, type ColumnRow } from './columns.ts';
import type { GleanerDatabase } from './database.ts';

/**
 * The stretches of papers in which something waits to be indexed. Asked with every step of indexing and many a search,
 * and nearly always there is none, however many papers there are.
 */
export async function dueChunks(db: GleanerDatabase): Promise<number[]> {
  const row = await db.meta.get('due');
  return Array.isArray(row?.value) ? row.value.map(Number) : [];
}

/** The same stretches of the column `due`. */
export async function readDue(db: GleanerDatabase): Promise<ColumnRow[]> {
  const chunks = await dueChunks(db);
  const rows = await db.columns.bulkGet(chunks.map((chunk): [ColumnRow['kind'], number] => ['due', chunk]));
  return rows.flatMap((row) => row ?? []);
}

/** Notes that these papers wait to be indexed, inside the running transaction. */
export async function noteDue(db: GleanerDatabase, ids: Iterable<PaperId>): Promise<void> {
  const chunks = new Set(Array.from(ids, (id) => Math.floor(id / CHUNK)));
  if (chunks.size > 0) await keepDue(db, new Set([...(await dueChunks(db)), ...chunks]));
}

/** Notes in which stretches nothing waits any more, inside the running transaction. */
export async function forgetDone(db: GleanerDatabase): Promise<void> {
  const left = (await readDue(db)).filter(({ values }) => values.some((bits) => bits !== 0));
  await keepDue(db, new Set(left.map(({ chunk }) => chunk)));
}

async function keepDue(db: GleanerDatabase, chunks: ReadonlySet<number>): Promise<void> {
  await db.meta.put({ key: 'due', value: [...chunks].sort((a, b) => a - b) });
}
