/** Access to Zotero on this computer, as a match pattern. Firefox takes none with a port. */
export const ZOTERO_PATTERN = 'http://127.0.0.1/*';

/**
 * Why Zotero did not do what was asked. `not-running`: nothing answers, or something that is not Zotero; a request that
 * Zotero drops looks just the same. `refused`: it answered, and said no.
 */
export const ZOTERO_FAILURES = [
  'not-running',
  'refused',
  'outdated',
  'read-only',
  'session-exists',
  'session-gone',
  'collection-gone',
  'timeout',
] as const;
export type ZoteroFailure = (typeof ZOTERO_FAILURES)[number];

/** A library (`L1`) or a collection (`C12`) of Zotero. */
export interface ZoteroTarget {
  id: string;
  name: string;
  /** 0 for a library, 1 for a collection in it, and so on. */
  level: number;
  isRecent: boolean;
}

/** What Zotero has open, and where else it can put papers. */
export interface ZoteroPlace {
  /** The target that is selected in Zotero's window. */
  selected: string;
  libraryName: string;
  /** Whether papers can be saved while this is selected. */
  isEditable: boolean;
  targets: ZoteroTarget[];
}

export type ZoteroLook = { ok: true; value: ZoteroPlace } | { ok: false; code: ZoteroFailure };

/** What goes along with the papers. */
export interface ZoteroWith {
  tags: boolean;
  status: boolean;
}

/** Papers on their way to Zotero. It stands in the library, so that it outlives the popup that began it. */
export interface ZoteroJob {
  /** Random; sessions with Zotero are named after it. */
  id: string;
  /** ISO instant at which it began. */
  at: string;
  target: Pick<ZoteroTarget, 'id' | 'name'>;
  with: ZoteroWith;
  /** Papers in all, papers gone through, and papers that Zotero has taken. */
  total: number;
  done: number;
  sent: number;
  /** Papers of which it is not known whether they arrived. */
  unsure: number;
  state: 'running' | 'done' | 'stopped' | 'failed';
  failure?: ZoteroFailure;
  /** The session that was begun and has not ended yet, and the milliseconds since 1970 at which it began. */
  trying?: { session: string; atMs: number; count: number };
}
