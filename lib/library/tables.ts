/** Raised with every change of the tables; a migration of this number and a dump made by it come along. */
export const SCHEMA_VERSION = 3;

/**
 * The tables as they are now, in Dexie's notation: primary key first, then indexes. Papers lie packed, many to a record,
 * and nothing of them is indexed by the browser: what a database costs to open and to fill follows the number of its
 * records and index entries, not their size.
 */
export const TABLES = {
  paperPacks: 'pack',
  entryPacks: 'pack',
  columns: '[kind+chunk]',
  keyBuckets: 'bucket',
  digests: 'key',
  members: 'digestKey',
  indexBlocks: '',
  merges: '++id',
  apart: '++id',
  undo: '++id',
  reversals: 'id',
  counters: 'name',
  receipts: '[digestKey+seenAt], seenAt',
  notices: '++id, &[site+code]',
  meta: 'key',
} as const;

export type TableName = keyof typeof TABLES;
