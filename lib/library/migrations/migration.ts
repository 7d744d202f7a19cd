import type { Transaction } from 'dexie';

/** One change of the tables. Frozen once released: a later change is a migration of its own. */
export interface Migration {
  version: number;
  /** The tables that this version adds or changes, in Dexie's notation; null drops one. */
  stores: Readonly<Record<string, string | null>>;
  /** Whether rows are rewritten, so that a safety copy has to be made first. */
  rewrites: boolean;
  /** Rewrites the rows inside the upgrade's own transaction: all of it or nothing. */
  upgrade?(transaction: Transaction): Promise<void>;
}
