import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { openPopupTab } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { exportMarkdown, waitUntilDrawn } from '../popup-hand.ts';
import { artifacts, chromiumBuild } from '../project.ts';
import { inspector } from '../stored.ts';
import { sampleCapture } from './captures.ts';
import { extentOf, takeCensus } from './census.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type Rig, withRig } from './rig.ts';
import type { Sender } from './sender.ts';

const PAPERS = 200;
const QUOTA = 3_000_000;
const MOST_CAPTURES = 40;
const TOLD_WITHIN_MS = 2_000;
const folder = join(artifacts, 'faults', 'quota');

/** The disk runs full while captures come in, and has room again a little later. */
export const quota: FaultCase = {
  name: 'quota',
  async run({ long, say }) {
    const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
    const build = limitedBuild();
    const prepared = join(folder, 'prepared');
    await withRig({ build, profile: prepared }, async () => undefined);
    const toldMs: number[] = [];
    for (let run = 0; run < (long ? 10 : 3); run += 1) {
      // With each first write the browser looks how much room there is and believes it for half a minute, so that a
      // quota works only in a browser that has not written yet.
      const profile = join(folder, 'profile');
      rmSync(profile, { recursive: true, force: true });
      cpSync(prepared, profile, { recursive: true });
      toldMs.push(await withRig({ build, profile }, (rig) => fillOnce(rig, run, result)));
      say(`run ${run}: the user was told after ${toldMs.at(-1)} ms`);
    }
    rmSync(folder, { recursive: true, force: true });
    return { ...result, note: `told after at most ${Math.max(...toldMs)} ms` };
  },
};

/** A copy of the built extension to which the browser's limits apply. @returns its folder */
function limitedBuild(): string {
  ensureBuilt();
  const build = join(folder, 'build');
  rmSync(folder, { recursive: true, force: true });
  cpSync(chromiumBuild, build, { recursive: true });
  const file = join(build, 'manifest.json');
  const whole = readFileSync(file, 'utf8');
  const limited = whole.replace(/,\s*"unlimitedStorage"/, '');
  if (limited === whole)
    throw new Error('The manifest asks for no unlimited storage any more: this case needs another way.');
  writeFileSync(file, limited);
  return build;
}

function setQuota({ gleaner }: Rig, session: CDPSession, quotaSize?: number): Promise<unknown> {
  const origin = `chrome-extension://${gleaner.extensionId}`;
  return session.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
}

/** @returns milliseconds until the user was told */
async function fillOnce(rig: Rig, run: number, result: FaultResult): Promise<number> {
  const session = await rig.gleaner.context.newCDPSession(await inspector(rig.gleaner));
  await setQuota(rig, session, QUOTA);
  const sender = await rig.openSender();
  const instance = await rig.instance();
  const since = new Date().toISOString();
  const capture = await sendUntilFull(rig, sender, result);
  result.tried += 1;
  if (!capture) {
    result.failures.push(`Run ${run}: the library took ${MOST_CAPTURES} captures and was never full.`);
    return Number.NaN;
  }
  const { key } = capture.digest;
  const toldMs = await waitUntilTold(rig, since);
  if (toldMs > TOLD_WITHIN_MS) result.failures.push(`Run ${run}: the user was not told within ${TOLD_WITHIN_MS} ms.`);
  await useFullLibrary(rig);

  const before = await takeCensus(rig.gleaner, key);
  await setQuota(rig, session);
  const { last } = await sender.sendUntilOk(capture);
  const extent = extentOf(before, await takeCensus(rig.gleaner, key), { papers: PAPERS, sightings: PAPERS });
  if (extent !== 'whole') result.failures.push(`Run ${run}: with room again, the capture is ${extent}: ${last.said}`);
  if ((await rig.instance()) !== instance) result.failures.push(`Run ${run}: it took another worker.`);
  return toldMs;
}

/** @returns the capture that was refused for want of room; undefined when all were taken in */
async function sendUntilFull(rig: Rig, sender: Sender, result: FaultResult) {
  for (let sent = 0; sent < MOST_CAPTURES; sent += 1) {
    const capture = sampleCapture(sent, PAPERS);
    const before = await takeCensus(rig.gleaner, capture.digest.key);
    const { outcome, said } = await sender.send(capture);
    const after = await takeCensus(rig.gleaner, capture.digest.key);
    const extent = extentOf(before, after, { papers: PAPERS, sightings: PAPERS });
    if (extent === 'partial') result.partial += 1;
    if (outcome === 'ok' && extent !== 'whole') result.failures.push(`An answered capture is ${extent}.`);
    if (outcome === 'ok') continue;
    if (said !== 'storage-full') result.failures.push(`A full disk is answered with ${outcome} ${said}`);
    return capture;
  }
  return undefined;
}

/** @returns milliseconds until the trouble stood where the popup reads it, or infinity */
async function waitUntilTold({ gleaner }: Rig, since: string): Promise<number> {
  const page = await inspector(gleaner);
  const begun = Date.now();
  while (Date.now() - begun <= TOLD_WITHIN_MS) {
    if ((await page.evaluate(readTrouble)) >= since) return Date.now() - begun;
  }
  return Number.POSITIVE_INFINITY;
}

/** As much of the extension's storage as this needs. */
declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, { at?: string }>> } };
};

/** Runs in the extension's origin: when the user was last told that there is no room, or nothing. */
async function readTrouble(): Promise<string> {
  const key = 'trouble:storage-full';
  return (await chrome.storage.local.get(key))[key]?.at ?? '';
}

/** The list is shown and can be taken along although nothing can be written. */
async function useFullLibrary({ gleaner }: Rig): Promise<void> {
  const popup = await openPopupTab(gleaner);
  await waitUntilDrawn(popup);
  await popup.locator('article h2').first().waitFor();
  const download = await exportMarkdown(popup);
  await download.delete();
  await popup.close();
}
