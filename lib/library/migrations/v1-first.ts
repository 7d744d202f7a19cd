import type { Migration } from './migration.ts';

/** The tables that Gleaner began with. */
export const first: Migration = {
  version: 1,
  rewrites: false,
  stores: {
    papers: 'id, *keys',
    entries: 'paperId, order, [shelf+order], [star+order]',
    digests: 'key',
    sightings: '[digestKey+as], paperId',
    merges: '++id, kept.row.id',
    apart: '++id',
    undo: '++id',
    counters: 'name',
    receipts: '[digestKey+seenAt], seenAt',
    notices: '++id, &[site+code]',
    meta: 'key',
  },
};
