import { startBreathing } from '../backup/breath.ts';
import type { Progress } from '../domain/backup.ts';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { loadListed } from '../library/queries.ts';
import type { World } from './world.ts';

/** Papers are read this many at a time. What waits longer for its turn outlives the quick collection of garbage. */
const SLICE = 128;
/** Papers that lie far apart are read with all that lie beside them: some 1,600 at a time. */
const SCATTERED_SLICE = 100;
/** Papers written in a row: some milliseconds of work. */
const PIECE = 25;

export interface Watching {
  /** Told of the papers that are done. */
  progress?: Progress;
  /** Aborting it gives the work up. */
  signal?: AbortSignal;
}

/** Papers of a list on their way into a file. */
export interface PaperPieces extends AsyncIterable<ListedPaper[]> {
  /** The citation key that is kept with a paper of the piece that was given last. */
  keyOf(id: PaperId): string | undefined;
  /** Papers given so far. */
  count(): number;
}

/**
 * The papers of these ids that the library still holds, in this order, some at a time.
 * @param isScattered whether the order is another than that of the library
 * @throws the reason of `signal` when it aborts; what the library fails with
 */
export function paperPieces(
  world: World,
  ids: readonly PaperId[],
  isScattered: boolean,
  watching: Watching = {},
): PaperPieces {
  let current: readonly ListedPaper[] = [];
  let count = 0;
  async function* pieces() {
    for await (const piece of inPieces(world, ids, isScattered ? SCATTERED_SLICE : SLICE, watching)) {
      current = piece;
      count += piece.length;
      yield piece;
    }
  }
  return {
    [Symbol.asyncIterator]: pieces,
    keyOf: (id) => current.find(({ paper }) => paper.id === id)?.entry.citationKey,
    count: () => count,
  };
}

async function* inPieces(
  { db }: World,
  ids: readonly PaperId[],
  size: number,
  { progress, signal }: Watching,
): AsyncGenerator<ListedPaper[]> {
  const breathe = startBreathing();
  for (let start = 0; start < ids.length; start += size) {
    signal?.throwIfAborted();
    progress?.(start, ids.length);
    const slice = ids.slice(start, start + size);
    const loaded = await loadListed(db, slice);
    const papers = slice.flatMap((id) => loaded.get(id) ?? []);
    for (let at = 0; at < papers.length; at += PIECE) {
      yield papers.slice(at, at + PIECE);
      await breathe();
    }
  }
  signal?.throwIfAborted();
  progress?.(ids.length, ids.length);
}
