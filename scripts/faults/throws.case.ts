import 'fake-indexeddb/auto';
import { readBackup } from '../../lib/backup/read.ts';
import { writeLibrary } from '../../lib/backup/write-library.ts';
import type { Backup } from '../../lib/domain/backup.ts';
import type { Capture } from '../../lib/domain/capture.ts';
import { readTextDigest } from '../../lib/importers/text-digest.ts';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { importCapture } from '../../lib/library/import.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { restoreBackup } from '../../lib/library/restore.ts';
import { changeEntries, changeTags } from '../../lib/library/shelf.ts';
import { canonicalDump } from '../../lib/library/snapshot.ts';
import { everyRow } from '../../lib/library/table-rows.ts';
import { undoLast } from '../../lib/library/undo.ts';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { type Fuse, InducedFault, installFuse } from './failing-database.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';

const MOST_CALLS = 5_000;
const NOW_MS = Date.UTC(2026, 5, 1);

/** Every single call to the database fails once in every kind of change; each time nothing may have changed. */
export const throws: FaultCase = {
  name: 'throws',
  run: async ({ say }) => {
    const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
    const backup = await makeBackup();
    const imported = await textDigest();
    const calls: string[] = [];
    await withLibrary(async (db) => {
      const fuse = installFuse(db);
      await prepare(db);
      for (const [name, change] of changes(backup, imported)) {
        const count = await failEachCall(db, fuse, name, change, result);
        say(`${name}: ${count} of ${count} calls`);
        calls.push(`${name} ${count}`);
      }
    });
    return { ...result, note: calls.join(', ') };
  },
};

type Change = (db: GleanerDatabase) => Promise<unknown>;

/** What is done to one library, one after the other. */
function changes(backup: Backup, imported: Capture): [string, Change][] {
  const ids = async (db: GleanerDatabase) => (await everyId(db)).slice(0, 3);
  return [
    ['ingest', (db) => ingest(db, digest(2, [1, 2, 5, 6]))],
    ['import', (db) => importCapture(db, imported, NOW_MS)],
    ['undo of import', (db) => undoLast(db, NOW_MS)],
    ['status', async (db) => changeEntries(db, await ids(db), { status: 'read' }, NOW_MS)],
    ['tags', async (db) => changeTags(db, await ids(db), { add: ['soil'] }, NOW_MS)],
    ['undo of tags', (db) => undoLast(db, NOW_MS)],
    ['merge', (db) => ingest(db, captureOf([joining], { key: 'huggingface:search:joining' }))],
    ['restore by joining', (db) => restoreBackup(db, backup, { mode: 'merge', nowMs: NOW_MS })],
    ['undo of restore', (db) => undoLast(db, NOW_MS)],
    ['restore by replacing', (db) => restoreBackup(db, backup, { mode: 'replace', nowMs: NOW_MS, wayBack: 'copy' })],
  ];
}

/** A page that gives both identifiers to what the library holds as two papers. */
const joining = scraped({ title: 'Harvest 1, Twice Named', identifiers: ['arxiv:2605.00001', 'doi:10.1000/apart'] });

function digest(number: number, papers: readonly number[]): Capture {
  return captureOf(
    papers.map((paper) => scraped({ title: `Harvest ${paper}`, identifiers: [`arxiv:2605.0000${paper}`] })),
    { key: `huggingface:search:${number}` },
  );
}

async function prepare(db: GleanerDatabase): Promise<void> {
  await ingest(db, digest(1, [1, 2, 3, 4]));
  const apart = scraped({ title: 'Published Elsewhere', identifiers: ['doi:10.1000/apart'] });
  await ingest(db, captureOf([apart], { key: 'huggingface:search:elsewhere' }));
  await changeEntries(db, (await everyId(db)).slice(0, 2), { starred: true, note: 'mine' }, NOW_MS - 1);
}

/** A backup of another library, which shares some papers with this one. */
async function makeBackup(): Promise<Backup> {
  return withLibrary(async (db) => {
    await ingest(db, digest(3, [3, 4, 7, 8]));
    await changeEntries(db, await everyId(db), { status: 'reading' }, NOW_MS - 2);
    const exportedAt = new Date(NOW_MS).toISOString();
    const read = await readBackup(await writeLibrary(db, { app: '0', exportedAt }));
    if (!read.ok) throw new Error(`The backup cannot be read: ${read.code}`);
    return read.value;
  });
}

async function textDigest(): Promise<Capture> {
  const says = 'We plant a row, wait for a season, and count with patience what has grown in it since the spring. ';
  const papers = ['A Pasted Title', 'Harvest 2'].map((title) => `${title}\n\n${title}. ${says.repeat(4).trim()}\n\n`);
  const text = `11 Mar\n\n${papers.join('')}`;
  const read = await readTextDigest(text, { seenAt: new Date(NOW_MS).toISOString() });
  if (!read.ok) throw new Error(`The pasted digest cannot be read: ${read.code}`);
  return read.value;
}

/** Lets call 1, 2, 3 … fail until the change passes without reaching the one that would. @returns how many there are */
async function failEachCall(
  db: GleanerDatabase,
  fuse: Fuse,
  name: string,
  change: Change,
  result: FaultResult,
): Promise<number> {
  const before = await everything(db);
  for (let call = 1; call <= MOST_CALLS; call += 1) {
    fuse.arm(call);
    const error = await errorOf(change(db));
    if (!fuse.disarm()) {
      if (error) throw error;
      if ((await everything(db)) === before) result.failures.push(`${name}: nothing was changed without a fault.`);
      return call - 1;
    }
    result.tried += 1;
    if (!isInduced(error)) result.failures.push(`${name}: call ${call} failed and ${error ?? 'nothing'} came out.`);
    if ((await everything(db)) === before) continue;
    result.partial += 1;
    result.failures.push(`${name}: call ${call} failed, and the library is not as it was before.`);
    return call;
  }
  throw new Error(`${name} needs more than ${MOST_CALLS} calls.`);
}

/** What the library knows and every row as it lies there. */
async function everything(db: GleanerDatabase): Promise<string> {
  return JSON.stringify([await canonicalDump(db), await everyRow(db)]);
}

async function errorOf(work: Promise<unknown>): Promise<Error | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** Dexie wraps what is thrown in a transaction. */
function isInduced(error: Error | undefined): boolean {
  const inner: unknown = error && 'inner' in error ? error.inner : undefined;
  return error instanceof InducedFault || inner instanceof InducedFault;
}
