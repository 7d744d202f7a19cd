import { Worker } from 'node:worker_threads';
import type { Corpus } from './corpora.ts';
import type { Lot, ReadLot } from './lot.ts';

const READER = new URL('reader.ts', import.meta.url);

/**
 * Has all lots read, several at a time.
 * @param count how many programs run at a time
 * @param heard is told of each lot when it is read, in no order
 * @throws what a check throws
 */
export async function readLots(
  lots: readonly Lot[],
  corpora: readonly Corpus[],
  count: number,
  heard: (read: ReadLot) => void,
): Promise<void> {
  const waiting = [...lots];
  const readers = Array.from({ length: Math.min(count, lots.length) }, () => oneReader(waiting, corpora, heard));
  await Promise.all(readers);
}

/** A reader that takes the next lot that waits, until none does. */
function oneReader(waiting: Lot[], corpora: readonly Corpus[], heard: (read: ReadLot) => void): Promise<void> {
  const worker = new Worker(READER, { workerData: corpora });
  const over = new Promise<void>((resolve, reject) => {
    const next = () => {
      const lot = waiting.shift();
      if (lot) worker.postMessage(lot);
      else resolve();
    };
    worker.on('message', (read: ReadLot) => {
      heard(read);
      next();
    });
    worker.on('error', reject);
    next();
  });
  return over.finally(() => worker.terminate());
}
