import { bundled } from '../../tests/e2e/bundled.ts';
import type {} from '../../tests/e2e/library-in-browser.ts';
import { inspector } from '../stored.ts';
import type { FaultCase } from './fault-case.ts';
import { withRig } from './rig.ts';

const PAPERS = 10_000;
const LIMIT_MS = 10_000;

/** A library of 10,000 papers is exported, wiped and restored in the browser: the same again, in ten seconds. */
export const restoreInBrowser: FaultCase = {
  name: 'restore-in-browser',
  run: ({ long, say }) =>
    withRig({}, async ({ gleaner }) => {
      const desk = await inspector(gleaner);
      await desk.evaluate(await bundled('library-in-browser.ts'));
      const { sameDump, ms, lines, words } = await desk.evaluate(exportWipeRestore, PAPERS);
      const whole = ms.write + ms.wipe + ms.restore;
      const note = `${PAPERS} papers (${words} words said): export ${ms.write} ms, wipe ${ms.wipe} ms, read and restore ${ms.restore} ms`;
      say(note);
      // A busy machine is no fault of the library.
      const failures = long && whole > LIMIT_MS ? [`It took ${whole} ms, more than ${LIMIT_MS}.`] : [];
      return {
        tried: 1,
        lost: sameDump ? 0 : lines.lost,
        duplicated: sameDump ? 0 : lines.more,
        partial: 0,
        failures,
        note,
      };
    }),
};

/** Runs inside the extension's origin, on a database of its own. */
async function exportWipeRestore(papers: number) {
  const { GleanerDatabase, canonicalDump, readBackup, restoreBackup, sampleBackup, writeLibrary } = gleanerLibrary;
  const db = new GleanerDatabase('round-trip');
  await restoreBackup(db, sampleBackup(papers), { mode: 'replace', nowMs: 1 });
  const before = await canonicalDump(db);
  const begun = performance.now();
  const file = await new Response(await writeLibrary(db, { app: '0', exportedAt: '2026-11-22T08:00:00.000Z' })).blob();
  const written = performance.now();
  await db.delete({ disableAutoOpen: false });
  const wiped = performance.now();
  const read = await readBackup(file.stream());
  if (!read.ok) throw new Error(`${read.reason} ${read.detail}`);
  await restoreBackup(db, read.value, { mode: 'merge', nowMs: 2 });
  const restored = performance.now();
  const after = await canonicalDump(db);
  const entries = (await db.entryPacks.toArray()).flatMap((pack) => db.entries.unpack(pack));
  const words = entries.flatMap(([, entry]) => entry.words).length;
  await db.delete();
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  return {
    sameDump: before === after,
    words,
    lines: { lost: old.difference(now).size, more: now.difference(old).size },
    ms: {
      write: Math.round(written - begun),
      wipe: Math.round(wiped - written),
      restore: Math.round(restored - wiped),
    },
  };
}
