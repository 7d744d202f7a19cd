import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Receipt } from '../domain/capture.ts';
import type { PaperRow } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { CounterName } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Entry, Status, UserWords } from '../domain/shelf.ts';

/** An entry with what its indexes need: IndexedDB cannot index booleans, and a key that is absent costs nothing. */
export interface EntryRow extends Entry {
  shelf: Status | 'removed';
  star?: 1;
}

export interface CounterRow {
  name: CounterName;
  value: number;
}

/** A merge of two stored papers, whole, so that it can be undone. */
export interface MergeRow {
  id: number;
  /** ISO instant. */
  at: string;
  kept: { row: PaperRow; entry: Entry };
  absorbed: { row: PaperRow; entry: Entry };
  /** The keys that joined them. */
  because: string[];
}

/** Two descriptions that the user has said are different papers. */
export interface ApartRow {
  id: number;
  keys: [string, string];
}

export type UndoAction = 'status' | 'star' | 'remove' | 'clear-examples';

/** One action of the user, with what it takes to go back. */
export interface UndoRow {
  id: number;
  action: UndoAction;
  /** Milliseconds since 1970. */
  at: number;
  status?: Status;
  starred?: boolean;
  before: { paperId: PaperId; words: Partial<UserWords> }[];
  /** Rows that the action deleted. */
  deleted?: { papers: PaperRow[]; entries: Entry[]; sightings: Sighting[]; digests: Digest[] };
}

export type NoticeCode = 'site-changed' | 'text-bounded' | 'storage-full';

/** Something that the user should know of and can dismiss; one for each site and code. */
export interface Notice {
  id: number;
  code: NoticeCode;
  site: string;
  /** ISO instant of the last time. */
  at: string;
  /** What was missing or cut: structure, never content. */
  parts: string[];
}

/** Single values that belong to the library: the device's name, its last clock, how far preloading got. */
export interface MetaRow {
  key: 'device' | 'clock' | 'preload';
  value: unknown;
}

/**
 * The library. Few index entries a paper, because what a database costs to open follows their number: identifiers and
 * title keys share one multi-entry index, and a look-up inside the writing transaction keeps two tabs from making two
 * papers of one.
 */
export class GleanerDatabase extends Dexie {
  papers!: EntityTable<PaperRow, 'id'>;
  entries!: EntityTable<EntryRow, 'paperId'>;
  digests!: EntityTable<Digest, 'key'>;
  sightings!: Table<Sighting, [string, string]>;
  merges!: EntityTable<MergeRow, 'id'>;
  apart!: EntityTable<ApartRow, 'id'>;
  undo!: EntityTable<UndoRow, 'id'>;
  counters!: EntityTable<CounterRow, 'name'>;
  receipts!: Table<Receipt, [string, string]>;
  notices!: EntityTable<Notice, 'id'>;
  meta!: EntityTable<MetaRow, 'key'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
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
    });
  }

  /** Calls back whenever any page or the worker has changed a paper. */
  onPapersChanged(changed: () => void): void {
    const prefix = `idb://${this.name}/papers/`;
    Dexie.on('storagemutated', (parts) => {
      if (Object.keys(parts).some((part) => part.startsWith(prefix))) changed();
    });
  }
}

/** Opens (lazily, at the first query) the library of this browser profile. */
export function openDatabase(name = 'gleaner'): GleanerDatabase {
  return new GleanerDatabase(name);
}
