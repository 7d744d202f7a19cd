import { startBreathing } from '../backup/breath.ts';
import type { Progress } from '../domain/backup.ts';
import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { loadListed } from '../library/queries.ts';
import type { World } from './world.ts';

/** Papers are read this many at a time, and that is all of a long list that is ever in memory. */
const SLICE = 500;
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
 * @throws the reason of `signal` when it aborts; what the library fails with
 */
export function paperPieces(world: World, ids: readonly PaperId[], watching: Watching = {}): PaperPieces {
  let current: readonly ListedPaper[] = [];
  let count = 0;
  async function* pieces() {
    for await (const piece of inPieces(world, ids, watching)) {
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
  { progress, signal }: Watching,
): AsyncGenerator<ListedPaper[]> {
  const breathe = startBreathing();
  for (let start = 0; start < ids.length; start += SLICE) {
    signal?.throwIfAborted();
    progress?.(start, ids.length);
    const slice = ids.slice(start, start + SLICE);
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
