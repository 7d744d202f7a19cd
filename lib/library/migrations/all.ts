import type { Migration } from './migration.ts';
import { first } from './v1-first.ts';
import { wordsByDescription } from './v2-words.ts';
import { packedPapers } from './v3-packed.ts';

/** Every change of the tables, in order. `tests/databases` holds a dump made by each. */
export const MIGRATIONS: readonly Migration[] = [first, wordsByDescription, packedPapers];
