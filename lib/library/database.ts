import Dexie, { type DBCore, type EntityTable, type Table } from 'dexie';
import type { BackupMerge } from '../domain/backup.ts';
import type { Receipt } from '../domain/capture.ts';
import type { Description, PaperRow } from '../domain/description.ts';
import type { Digest, Sighting } from '../domain/digest.ts';
import type { Place } from '../domain/entry.ts';
import type { CounterName } from '../domain/listed-paper.ts';
import type { Status, UserWords } from '../domain/shelf.ts';
import type { Words } from '../domain/words.ts';
import type { ColumnKind, ColumnRow } from './columns.ts';
import type { MembersRow } from './digest-members.ts';
import type { HeldEntry, HeldPaper } from './held.ts';
import type { KeyBucket } from './keys.ts';
import { type Pack, type Packed, packed } from './packed.ts';
import { SCHEMA_VERSION, TABLES, type TableName } from './tables.ts';

export interface CounterRow {
  /** A counter, or `tag:` and a tag, which counts the papers on the list that have it. */
  name: CounterName | `tag:${string}`;
  value: number;
}

/** A merge of two stored papers, as history. */
export interface MergeRow extends BackupMerge {
  id: number;
}

/** Two descriptions that the user has said are different papers. */
export interface ApartRow {
  id: number;
  keys: [string, string];
}

export type UndoAction =
  | 'status'
  | 'star'
  | 'tags'
  | 'note'
  | 'remove'
  | 'clear-examples'
  | 'apart'
  | 'import'
  | 'restore';

/** A row that an import brought or changed. */
export interface Came<Key, Row> {
  key: Key;
  /** The row that was there before, if one was. */
  before?: Row;
  /** How the import left it (`fingerprint.ts`): a row that has changed since is not taken back. */
  mark: string;
}

/** What an import brought: enough to take it out again and leave what has come since. */
export interface Brought {
  descriptions: Came<string, Description>[];
  sightings: Came<[digestKey: string, as: string], Sighting>[];
  digests: Came<string, Digest>[];
  words: Came<string, Words>[];
  apart: [string, string][];
}

/** One action of the user. */
export interface UndoRow {
  id: number;
  action: UndoAction;
  /** Milliseconds since 1970. */
  at: number;
  status?: Status;
  starred?: boolean;
  /** How many papers it touched. */
  count: number;
  /** The names of the paper, where it changed what is said of one. */
  names?: string[];
  /** The local backup that holds the library as it was before everything was replaced. */
  wayBack?: string;
}

/** What it takes to go back: apart from the action, because of thousands of papers it is long and seldom needed. */
export interface Reversal {
  /** What was said before, by the name under which it was said. */
  before?: { key: string; words: Partial<UserWords> }[];
  /** Rows that the action deleted. */
  deleted?: {
    papers: Pick<PaperRow, 'descriptions'>[];
    /** Their places in the list, found by the names of their descriptions. */
    entries: (Place & { names: string[] })[];
    sightings: Sighting[];
    digests: Digest[];
    /** Their citation keys; the user has said nothing else of them. */
    words?: Words[];
  };
  brought?: Brought;
  /** Pairs that the action set apart. */
  apart?: [string, string][];
}

export interface ReversalRow extends Reversal {
  /** That of the action. */
  id: number;
}

export type NoticeCode = 'site-changed' | 'text-bounded';

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

/**
 * Single values that belong to the library: its own name, the device's, its last clock, how far preloading got, the last
 * number given to a paper, the sites that have a bit, how often papers have changed, where anything
 * waits to be indexed, what the search index is made of, how reading a site went (`health.ts`), and what was sent to Zotero
 * (`zotero-sent.ts`, `zotero-job.ts`).
 */
export interface MetaRow {
  key:
    | 'library'
    | 'device'
    | 'clock'
    | 'preload'
    | 'papers'
    | 'sites'
    | 'generation'
    | 'due'
    | 'search'
    | `health:${string}`
    | `zotero:${string}`;
  value: unknown;
}

/** The library was written by a later version of Gleaner. */
export class NewerLibrary extends Error {
  override name = 'NewerLibrary';
}

/** The library was written by an earlier version of Gleaner and has to be brought up to date first. */
export class OutdatedLibrary extends Error {
  override name = 'OutdatedLibrary';
}

/** About 2 kB each: some 32 kB a record. */
const PAPERS_IN_PACK = 16;
/** About 100 bytes each until there are notes. */
const ENTRIES_IN_PACK = 128;

/**
 * The library. Papers lie packed and are looked up by keys of our own (`keys.ts`), because what a database costs to open
 * follows the number of its records and index entries. A look-up inside the writing transaction keeps two tabs from
 * making two papers of one.
 *
 * It knows the present tables only and refuses any others: bringing them up to date is a matter for `upgrade.ts`, which
 * is loaded when it is needed.
 */
export class GleanerDatabase extends Dexie {
  paperPacks!: Table<Pack<HeldPaper>, number>;
  entryPacks!: Table<Pack<HeldEntry>, number>;
  columns!: Table<ColumnRow, [ColumnKind, number]>;
  keyBuckets!: Table<KeyBucket, number>;
  digests!: EntityTable<Digest, 'key'>;
  members!: Table<MembersRow, string>;
  /** Blocks of the search index, by a number of its own making. */
  indexBlocks!: Table<Uint8Array, number>;
  merges!: EntityTable<MergeRow, 'id'>;
  apart!: EntityTable<ApartRow, 'id'>;
  undo!: EntityTable<UndoRow, 'id'>;
  reversals!: Table<ReversalRow, number>;
  counters!: EntityTable<CounterRow, 'name'>;
  receipts!: Table<Receipt, [string, string]>;
  notices!: EntityTable<Notice, 'id'>;
  meta!: EntityTable<MetaRow, 'key'>;
  /** What is stored of papers, and of their entries, whole. */
  readonly papers: Packed<HeldPaper>;
  readonly entries: Packed<HeldEntry>;
  /** The library belongs to a later version: it can be read and exported, and nothing is written to it. */
  readonly isReadOnly: boolean;

  /** @param isReadOnly opens whatever tables are there, of any version, for reading */
  constructor(name: string, isReadOnly = false) {
    // Answers are large and are kept by those who asked: Dexie's own cache would copy each of them once more.
    super(name, { cache: 'disabled', ...(isReadOnly ? {} : { indexedDB: onlyThisVersion }) });
    this.isReadOnly = isReadOnly;
    if (!isReadOnly) this.version(SCHEMA_VERSION).stores(TABLES).upgrade(refuseOutdated);
    // Asked for by name each time: of a read-only library Dexie knows the tables only once it is open.
    this.papers = packed(() => this.table('paperPacks'), PAPERS_IN_PACK);
    this.entries = packed(() => this.table('entryPacks'), ENTRIES_IN_PACK);
    this.use({ stack: 'dbcore', name: 'careful', create: (core) => careful(core, isReadOnly) });
  }

  /** Calls back whenever any page or the worker has changed a table; here at once, from elsewhere a moment later. */
  onChanged(table: TableName, changed: () => void): void {
    const prefix = `idb://${this.name}/${table}/`;
    Dexie.on('storagemutated', (parts) => {
      if (Object.keys(parts).some((part) => part.startsWith(prefix))) changed();
    });
  }
}

/** Without a version to ask for, Dexie would open a later version's database as if it were its own, and mend it. */
const onlyThisVersion = {
  open: (name: string, version?: number) => {
    if (version === undefined) throw new NewerLibrary();
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
};

function refuseOutdated(): never {
  throw new OutdatedLibrary();
}

/**
 * Nothing is written to a library that is read-only. And what the user said is on the disk before it counts as done,
 * where a browser would otherwise wait for a better moment: a capture can be repeated, a word cannot. All that a user
 * does can be undone, so it is known by its table.
 */
function careful(core: DBCore, isReadOnly: boolean): DBCore {
  return {
    ...core,
    transaction: (tables, mode, options) => {
      if (mode === 'readwrite' && isReadOnly) throw new NewerLibrary();
      const isWord = mode === 'readwrite' && tables.includes('undo');
      return core.transaction(tables, mode, isWord ? { ...options, durability: 'strict' } : options);
    },
  };
}

/** Opens (lazily, at the first query) the library of this browser profile. */
export function openDatabase(name = 'gleaner'): GleanerDatabase {
  return new GleanerDatabase(name);
}
