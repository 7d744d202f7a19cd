import type { BackupFiles } from '../backup/automatic.ts';
import type { SavedMemory } from './reminder.ts';
import type { Memory } from './watch-over.ts';

/** What backups need from outside. */
export interface BackupDesk {
  /** Backups that are kept on this computer. */
  files: BackupFiles;
  /** The version of Gleaner. */
  app: string;
  /** When a backup was last saved elsewhere. */
  memory: SavedMemory;
  /** What is remembered of the library outside its database. */
  libraryMemory: Memory;
  /** Hands a file to the user; rejects with what reading the contents fails with. */
  handOver(contents: Blob | ReadableStream<Uint8Array<ArrayBuffer>>, fileName: string): Promise<void>;
}
