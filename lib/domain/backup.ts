import type { Description } from './description.ts';
import type { Digest, Sighting } from './digest.ts';
import type { Words } from './words.ts';

/**
 * A backup is gzipped NDJSON: one header, one record a line, and a last line `{"sha256":"…"}` over every byte before it
 * (so `zcat backup | head -n -1 | sha256sum` checks it by hand). The format has its own version, because files outlive
 * the tables of a database.
 */
export const BACKUP_FORMAT = 'gleaner-backup';
export const BACKUP_VERSION = 1;

export interface BackupCounts {
  papers: number;
  digests: number;
  sightings: number;
}

export interface BackupHeader {
  format: typeof BACKUP_FORMAT;
  version: typeof BACKUP_VERSION;
  /** The version of Gleaner that wrote it. */
  app: string;
  /** ISO instant. */
  exportedAt: string;
  counts: BackupCounts;
}

/** A paper with everything that belongs to it: what was scraped, what the user said, and where it was seen. */
export interface BackupPaper {
  /** Tells the papers of one file apart, and says nothing outside it. */
  id: string;
  descriptions: Description[];
  /** ISO instant and order of the list at which this library first took it in. */
  addedAt: string;
  order: number;
  /** Only those of which the user has said something. */
  words: Words[];
  sightings: Sighting[];
}

/** A pair of descriptions that the user has said are different papers. */
export interface BackupApart {
  keys: [string, string];
}

/** That two papers, once stored side by side, turned out to be one. History only: who is one is decided anew. */
export interface BackupMerge {
  /** ISO instant. */
  at: string;
  /** Description keys of both as they stood then, sorted. */
  kept: string[];
  absorbed: string[];
  because: string[];
}

/** One line between the header and the checksum. */
export type BackupRecord =
  | { paper: BackupPaper }
  | { digest: Digest }
  | { apart: BackupApart }
  | { merge: BackupMerge };

/** A backup that was read and checked whole. */
export interface Backup {
  header: BackupHeader;
  papers: BackupPaper[];
  digests: Digest[];
  apart: BackupApart[];
  merges: BackupMerge[];
}

/** Told as work goes on: how much is done of how much, in the unit of the work (papers, or bytes of a file). */
export type Progress = (done: number, total: number) => void;
