/** Raised with every change of the tables; a migration of this number and a dump made by it come along. */
export const SCHEMA_VERSION = 2;

/** The tables as they are now, in Dexie's notation: primary key first, then indexes. */
export const TABLES = {
  papers: 'id, *keys',
  entries: 'paperId, order, [shelf+order], [star+order]',
  words: 'key',
  digests: 'key',
  sightings: '[digestKey+as], paperId',
  merges: '++id',
  apart: '++id',
  undo: '++id',
  counters: 'name',
  receipts: '[digestKey+seenAt], seenAt',
  notices: '++id, &[site+code]',
  meta: 'key',
} as const;

export type TableName = keyof typeof TABLES;
