import { sampleCapture } from './captures.ts';
import { deviation, extentOf, takeCensus } from './census.ts';
import type { Census } from './count-stores.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type Rig, type RigOptions, withRig } from './rig.ts';
import type { Sender, Sent } from './sender.ts';

const PAPERS = 200;
/** Papers that a digest shares with the one before. */
const SHARED = 40;
const REACH = 1.2;
const KILLS = 25;
// Early and late points take turns.
const STRIDE = 7;
const LEAST_CUT_OFF = 0.6;
const MEASURED = 6;

/** The worker is killed at points spread over an ingest; the same capture is then sent until it is answered. */
export function killIngestOn(options: RigOptions): FaultCase {
  return {
    name: 'kill-ingest',
    async run({ long, say }) {
      const libraries = long ? 4 : 1;
      const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
      const sent: Sent[] = [];
      for (let first = 0; first < libraries; first += 1) {
        const points = Array.from({ length: KILLS }, (_, turn) => first + libraries * ((turn * STRIDE) % KILLS));
        const shares = points.map((point) => (REACH * point) / (libraries * KILLS - 1));
        sent.push(...(await withRig(options, (rig) => killAtEach(rig, shares, result, say))));
      }
      return conclude(result, sent);
    },
  };
}

export const killIngest = killIngestOn({});

/** @param shares when to kill, as shares of the time of an ingest */
async function killAtEach(
  rig: Rig,
  shares: readonly number[],
  result: FaultResult,
  say: (line: string) => void,
): Promise<Sent[]> {
  const sender = await rig.openSender();
  let usualMs = await measureIngest(rig, sender);
  say(`an ingest of ${PAPERS} papers takes ${Math.round(usualMs)} ms`);
  const all: Sent[] = [];
  let before = await takeCensus(rig.gleaner);
  for (const [turn, share] of shares.entries()) {
    const { sent, after } = await killOnce(rig, sender, { turn, delayMs: share * usualMs, before }, result);
    // What is learnt of the time on the way serves the later kills.
    if (sent.outcome === 'ok') usualMs = Math.min(usualMs, sent.ms);
    before = after;
    all.push(sent);
  }
  return all;
}

function conclude(result: FaultResult, sent: readonly Sent[]): FaultResult {
  const cutOff = sent.filter(({ outcome }) => outcome !== 'ok').length;
  if (cutOff < LEAST_CUT_OFF * sent.length) {
    const failure = `Only ${cutOff} of ${sent.length} sends were cut off: the kills came too late to prove anything.`;
    result.failures.push(failure);
  }
  const slowest = Math.max(...sent.map(({ ms }) => ms));
  return { ...result, note: `${cutOff} cut off, the last send ended after ${Math.round(slowest)} ms` };
}

/** The least time of three ingests of new papers, each the second one of its worker, in milliseconds. */
async function measureIngest(rig: Rig, sender: Sender): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < MEASURED; number += 2) {
    await rig.kill();
    for (const each of [number, number + 1]) {
      const { last } = await sender.sendUntilOk(captureOf(each));
      if (last.outcome !== 'ok') throw new Error(`An undisturbed ingest ended ${last.outcome} ${last.said}`);
      if (each > number) times.push(last.ms);
    }
  }
  return Math.min(...times);
}

/** Each shares papers with the one before. */
function captureOf(number: number) {
  return sampleCapture(number, PAPERS, number * (PAPERS - SHARED));
}

async function killOnce(
  rig: Rig,
  sender: Sender,
  { turn, delayMs, before }: { turn: number; delayMs: number; before: Census },
  result: FaultResult,
): Promise<{ sent: Sent; after: Census }> {
  const capture = captureOf(MEASURED + turn);
  const { key } = capture.digest;
  const added = { papers: PAPERS - SHARED, sightings: PAPERS };
  const where = `Killed after ${Math.round(delayMs)} ms`;
  const instance = await rig.instance();
  const kill = await rig.aim();
  const { answered } = await sender.begin(capture);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await kill();
  const sent = await answered;
  if (sent.outcome === 'unsettled') result.failures.push(`${where}, the send did not end within 8 s.`);

  const killed = await takeCensus(rig.gleaner, key);
  const extent = extentOf(before, killed, added);
  if (extent === 'partial') result.partial += 1;
  if (sent.outcome === 'ok' && extent !== 'whole') result.failures.push(`${where}, an answered capture is ${extent}.`);
  const { last, times } = await sender.sendUntilOk(capture);
  if (last.outcome !== 'ok') result.failures.push(`${where}, ${times} more sends brought no answer: ${last.said}`);
  if ((await rig.instance()) === instance) result.failures.push(`${where}, the same worker went on.`);
  const after = await takeCensus(rig.gleaner, key);
  const { lost, duplicated } = deviation(before, after, added);
  result.tried += 1;
  result.lost += lost;
  result.duplicated += duplicated;
  return { sent, after };
}
