import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from './check.ts';
import { CHECKS } from './checks.ts';
import type { Corpus } from './corpora.ts';
import type { Lot, ReadLot } from './lot.ts';

// A thread of its own for each program that runs at a time: it waits for the program and compares what came back.
const corpora: readonly Corpus[] = workerData;

parentPort?.on('message', (lot: Lot) => {
  const began = performance.now();
  const outcome = readLot(lot);
  const done: ReadLot = { lot, outcome, seconds: (performance.now() - began) / 1000 };
  parentPort?.postMessage(done);
});

function readLot({ check, corpus, start, end }: Lot): Outcome {
  const papers = corpora[corpus]?.papers.slice(start, end) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-exports-'));
  try {
    const outcome = CHECKS[check]?.read({ papers, folder });
    if (!outcome) throw new TypeError(`There is no check ${check}`);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
