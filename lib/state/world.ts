import type { GleanerDatabase } from '../library/database.ts';

/** All that the models need from outside; tests hand in a database of their own and a clock that stands still. */
export interface World {
  db: GleanerDatabase;
  /** Wall time in milliseconds since 1970. */
  nowMs(): number;
}
