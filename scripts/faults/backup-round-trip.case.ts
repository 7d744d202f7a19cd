import { readBackup } from '../../lib/backup/read.ts';
import { writeLibrary } from '../../lib/backup/write-library.ts';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { restoreBackup } from '../../lib/library/restore.ts';
import { canonicalDump } from '../../lib/library/snapshot.ts';
import { withLibrary } from '../../tests/library.ts';
import { sampleBackup, streamOf } from '../../tests/samples/backup.ts';
import { bytesIn } from '../../tests/samples/backup-bytes.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';

const PAPERS = { long: 10_000, short: 2_000 };
const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
// For 10,000 papers; fewer must not take longer.
const SLOWEST_MS = { write: 5_000, read: 3_000 };

/** Writes a library to a file, wipes it, and restores it from the file: nothing may be missing, twice or different. */
export const backupRoundTrip: FaultCase = {
  name: 'backup-round-trip',
  run: ({ long, say }) =>
    withLibrary(async (db) => {
      const papers = long ? PAPERS.long : PAPERS.short;
      await restoreBackup(db, sampleBackup(papers), { mode: 'merge', nowMs: NOW_MS });
      return roundTrip(db, { papers, long }, say);
    }),
};

async function roundTrip(
  db: GleanerDatabase,
  { papers, long }: { papers: number; long: boolean },
  say: (line: string) => void,
): Promise<FaultResult> {
  const before = await canonicalDump(db);
  const written = await timed(async () =>
    bytesIn(await writeLibrary(db, { app: '0.2.0', exportedAt: new Date(NOW_MS).toISOString() })),
  );
  const read = await timed(() => readBackup(streamOf(written.value)));
  if (!read.value.ok) throw new Error(`What was written is not read: ${JSON.stringify(read.value)}`);
  const backup = read.value.value;
  await Promise.all(db.tables.map((table) => table.clear()));
  const restored = await timed(() => restoreBackup(db, backup, { mode: 'merge', nowMs: NOW_MS }));
  const after = await canonicalDump(db);
  const mb = JSON.stringify(backup).length / 1e6;
  const note = [
    `${papers} papers, ${mb.toFixed(1)} MB, packed ${(written.value.length / 1e6).toFixed(1)} MB`,
    ...[written, read, restored].map(
      ({ ms }, step) =>
        `${['written', 'read', 'restored'][step]} in ${(ms / 1000).toFixed(2)} s (${(mb / (ms / 1000)).toFixed(0)} MB/s, ${Math.round(papers / (ms / 1000))} papers/s)`,
    ),
  ].join('; ');
  say(note);
  return {
    tried: 1,
    ...compare(before, after),
    partial: 0,
    failures: [
      ...(before === after ? [] : ['the library restored is not the library that was written']),
      ...(long && written.ms > SLOWEST_MS.write ? [`writing took ${Math.round(written.ms)} ms`] : []),
      ...(long && read.ms > SLOWEST_MS.read ? [`reading took ${Math.round(read.ms)} ms`] : []),
    ],
    note,
  };
}

/** Every line of a dump is one paper or digest with all that belongs to it. */
function compare(before: string, after: string): { lost: number; duplicated: number } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const there = new Set(now);
  return { lost: old.filter((line) => !there.has(line)).length, duplicated: now.length - there.size };
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const begin = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begin };
}
