import type { Page } from '@playwright/test';
import { inspector } from '../stored.ts';
import { takeCensus } from './census.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { type LibraryLook, lookAtLibrary } from './library-look.ts';
import { plantVersion1 } from './old-library.ts';
import { type Rig, withRig } from './rig.ts';

const PAPERS = { long: 10_000, short: 1_000 };
const KILLS = 20;
const REACH = 1.5;
/** For 10,000 papers. */
const LIMIT_MS = 10_000;
const NEW_VERSION = 3;
/** Stores that the upgrade leaves as they are. */
const UNTOUCHED = ['digests', 'receipts', 'notices', 'apart'];

/** The worker is killed at points spread over the upgrade of an old library: it must be old or new, never between. */
export const killUpgrade: FaultCase = {
  name: 'kill-upgrade',
  run: ({ long, say }) => withRig({}, (rig) => killAtEach(rig, long ? PAPERS.long : PAPERS.short, say)),
};

async function killAtEach(rig: Rig, papers: number, say: (line: string) => void): Promise<FaultResult> {
  const desk = await inspector(rig.gleaner);
  const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
  // The first upgrade makes the safety copy, which all the others find.
  await plant(rig, desk, papers);
  const firstMs = await upgradeUndisturbed(desk);
  let planted = await plant(rig, desk, papers);
  const usualMs = await upgradeUndisturbed(desk);
  say(`an upgrade of ${papers} papers takes ${Math.round(usualMs)} ms`);
  if (papers === PAPERS.long && firstMs > LIMIT_MS)
    result.failures.push(`An upgrade took ${Math.round(firstMs)} ms, more than ${LIMIT_MS}.`);
  await judge(rig, planted, 'Undisturbed', result);
  const ended = { old: 0, new: 0 };
  for (let point = 0; point < KILLS; point += 1) {
    const delayMs = (REACH * usualMs * point) / (KILLS - 1);
    if ((await versionOf(desk)) !== 1) planted = await plant(rig, desk, papers);
    await rig.kill();
    await wake(desk);
    await desk.waitForTimeout(delayMs);
    await rig.kill();
    const look = await judge(rig, planted, `Killed after ${Math.round(delayMs)} ms`, result);
    ended[look.version === 1 ? 'old' : 'new'] += 1;
    result.tried += 1;
  }
  if (ended.old === 0 || ended.new === 0) result.failures.push('All kills came on one side of the upgrade.');
  await upgradeUndisturbed(desk);
  await judge(rig, planted, 'At last', result);
  result.note = `old ${ended.old}, new ${ended.new}, between 0; ${papers} papers with their copy in ${Math.round(firstMs)} ms`;
  return result;
}

async function plant(rig: Rig, desk: Page, papers: number): Promise<LibraryLook> {
  await rig.kill();
  await desk.evaluate(plantVersion1, papers);
  return desk.evaluate(lookAtLibrary);
}

/** Opened, and not asked for: a browser names the new version while the upgrade is still under way. */
function versionOf(desk: Page): Promise<number> {
  return desk.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gleaner');
        opening.onsuccess = () => {
          opening.result.close();
          resolve(opening.result.version / 10);
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
}

/** Wakes the worker, which opens its library. Nobody waits for the answer. */
async function wake(desk: Page): Promise<void> {
  await desk.evaluate(() => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    runtime.sendMessage({ kind: 'nothing' }).catch(() => undefined);
  });
}

/** @returns milliseconds from waking the worker until the new version stands */
async function upgradeUndisturbed(desk: Page): Promise<number> {
  const begun = performance.now();
  await wake(desk);
  while ((await versionOf(desk)) !== NEW_VERSION) {
    if (performance.now() - begun > 6 * LIMIT_MS) throw new Error('An undisturbed upgrade did not end.');
    await desk.waitForTimeout(50);
  }
  return performance.now() - begun;
}

/** The library is as it was planted, or as that comes out of a whole upgrade. */
async function judge(rig: Rig, planted: LibraryLook, when: string, result: FaultResult): Promise<LibraryLook> {
  const look = await (await inspector(rig.gleaner)).evaluate(lookAtLibrary);
  const wanted = look.version === 1 ? Object.keys(planted.marks) : UNTOUCHED;
  const differing = wanted.filter((store) => look.marks[store] !== planted.marks[store]);
  const changed = Object.keys(planted.contents).filter((what) => look.contents[what] !== planted.contents[what]);
  const known = ['papers', 'entries', 'sightings', ...UNTOUCHED];
  result.lost += known.reduce((sum, of) => sum + Math.max(0, (planted.rows[of] ?? 0) - (look.rows[of] ?? 0)), 0);
  const papers = planted.rows.papers ?? 0;
  const isNew = look.version === NEW_VERSION && look.nameless === 0 && look.rows.words === papers / 5 + papers / 100;
  const isOld = look.version === 1 && look.nameless === papers && look.rows.words === undefined;
  const { unfit, miscounted, twice } = isNew ? await takeCensus(rig.gleaner) : SOUND;
  const wrong = [...differing, ...changed, ...unfit.slice(0, 5), ...miscounted];
  if (wrong.length === 0 && twice === 0 && (isOld || isNew)) return look;
  result.partial += 1;
  result.failures.push(`${when}: version ${look.version}, ${wrong.join(', ')} is wrong, ${JSON.stringify(look.rows)}.`);
  return look;
}

/** What cannot be asked of a library of before papers were packed. */
const SOUND = { unfit: [], miscounted: [], twice: 0 };
