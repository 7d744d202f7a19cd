import { sampleCapture } from './captures.ts';
import { deviation, holdsDigest, takeCensus } from './census.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type Rig, withRig } from './rig.ts';
import type { Sender } from './sender.ts';

const PAPERS = 200;
const HELD_MS = 2_000;

/** The worker is killed when the library has a capture and its sender does not know yet: no timing would hit that. */
export const killAfterCommit: FaultCase = {
  name: 'kill-after-commit',
  run: ({ long }) =>
    withRig({}, async (rig) => {
      const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
      const sender = await rig.openSender();
      for (let number = 0; number < (long ? 20 : 5); number += 1) await killOnce(rig, sender, number, result);
      return result;
    }),
};

async function killOnce(rig: Rig, sender: Sender, number: number, result: FaultResult): Promise<void> {
  const capture = sampleCapture(number, PAPERS);
  const before = await takeCensus(rig.gleaner, capture.digest.key);
  const instance = await rig.instance();
  await rig.runInWorker(`(${holdAfterCommit})(${HELD_MS})`);
  const kill = await rig.aim();
  const { answered } = await sender.begin(capture);
  const isStored = await waitUntilStored(rig, capture.digest.key);
  await kill();
  const sent = await answered;
  if (!isStored) result.failures.push(`Digest ${number} was not stored before the kill.`);
  if (sent.outcome === 'ok') result.failures.push(`Digest ${number} was answered before the kill.`);

  const { last } = await sender.sendUntilOk(capture);
  const fresh = last.receipt?.new ?? Number.NaN;
  if (fresh !== 0) result.failures.push(`Sent again, digest ${number} brought ${fresh} new papers (${last.outcome}).`);
  if ((await rig.instance()) === instance) result.failures.push(`Digest ${number}: the same worker went on.`);
  const after = await takeCensus(rig.gleaner, capture.digest.key);
  const { lost, duplicated } = deviation(before, after, { papers: PAPERS, sightings: PAPERS });
  result.tried += 1;
  result.lost += lost;
  result.duplicated += duplicated;
  if (after.unfit.length > 0 || after.miscounted.length > 0) result.partial += 1;
}

async function waitUntilStored(rig: Rig, digestKey: string): Promise<boolean> {
  for (const end = Date.now() + HELD_MS; Date.now() < end; ) {
    if (await holdsDigest(rig.gleaner, digestKey)) return true;
  }
  return false;
}

/** Runs in the worker: from now on it stands still after each commit of papers, before anybody there hears of it. */
function holdAfterCommit(milliseconds: number): void {
  const known = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    ...known,
    set(this: IDBTransaction, heard: (event: Event) => void) {
      const holding = (event: Event) => {
        const isCapture = this.mode === 'readwrite' && this.objectStoreNames.contains('paperPacks');
        const end = Date.now() + (isCapture ? milliseconds : 0);
        while (Date.now() < end);
        heard.call(this, event);
      };
      known?.set?.call(this, holding);
    },
  });
}
