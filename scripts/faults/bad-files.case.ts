import { readBackup } from '../../lib/backup/read.ts';
import { readTextDigest } from '../../lib/importers/text-digest.ts';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { importCapture } from '../../lib/library/import.ts';
import { restoreBackup } from '../../lib/library/restore.ts';
import { canonicalDump } from '../../lib/library/snapshot.ts';
import { withLibrary } from '../../tests/library.ts';
import { sampleBackup, streamOf } from '../../tests/samples/backup.ts';
import { badFiles as badBackups } from '../../tests/samples/backup-damage.ts';
import { damagedDigests } from '../../tests/samples/backup-texts.ts';
import type { FaultCase } from './fault-case.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const SLOWEST_MS = 2_000;

interface Verdict {
  name: string;
  /** What is wrong and where, as the reader says it; undefined when it took the file. */
  said: string | undefined;
  ms: number;
}

/** Gives the library files that are damaged in every way: each must be refused, with what and where, and change nothing. */
export const badFiles: FaultCase = {
  name: 'bad-files',
  run: ({ say }) =>
    withLibrary(async (db) => {
      await restoreBackup(db, sampleBackup(20), { mode: 'merge', nowMs: NOW_MS });
      const before = await canonicalDump(db);
      const verdicts = [...(await giveBackups(db)), ...(await giveDigests(db))];
      const slowest = verdicts.reduce((slow, one) => (one.ms > slow.ms ? one : slow));
      const note = `${verdicts.length} files, the slowest in ${Math.round(slowest.ms)} ms (${slowest.name})`;
      say(note);
      return {
        tried: verdicts.length,
        lost: 0,
        duplicated: 0,
        partial: (await canonicalDump(db)) === before ? 0 : 1,
        failures: verdicts.flatMap(({ name, said, ms }) => [
          ...(said === undefined ? [`${name}: taken`] : []),
          ...(ms > SLOWEST_MS ? [`${name}: ${Math.round(ms)} ms`] : []),
        ]),
        note,
      };
    }),
};

async function giveBackups(db: GleanerDatabase): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { name, bytes } of badBackups()) {
    const file = streamOf(bytes());
    const begin = performance.now();
    const read = await readBackup(file);
    if (read.ok) await restoreBackup(db, read.value, { mode: 'merge', nowMs: NOW_MS });
    const said = read.ok ? undefined : `${read.reason} at ${read.line}`;
    verdicts.push({ name, said, ms: performance.now() - begin });
  }
  return verdicts;
}

async function giveDigests(db: GleanerDatabase): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { name, text } of damagedDigests()) {
    const begin = performance.now();
    const read = await readTextDigest(text, { name, seenAt: new Date(NOW_MS).toISOString() });
    if (read.ok) await importCapture(db, read.value, NOW_MS);
    const said = read.ok ? undefined : `${read.code} at ${read.line}`;
    verdicts.push({ name: `text digest, ${name}`, said, ms: performance.now() - begin });
  }
  return verdicts;
}
