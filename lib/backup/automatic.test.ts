import { describe, expect, test } from 'vitest';
import type { BackupRecord } from '../domain/backup.ts';
import { LibraryChanged } from '../library/backup-records.ts';
import { type BackupFiles, keepBackup, keepBackupIfDue, keptIn } from './automatic.ts';
import { keptName } from './kept.ts';
import { writeBackup } from './write.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const DAY_MS = 86_400_000;

/** A folder in memory that keeps what was written whole. */
function folder(): BackupFiles & { files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  return {
    files,
    list: async () => [...files].map(([name, { size }]) => ({ name, bytes: size })),
    async write(name, bytes) {
      files.set(name, new Blob(await Array.fromAsync(bytes)));
    },
    open: async (name) => files.get(name),
    async remove(name) {
      files.delete(name);
    },
  };
}

async function* noRecords(): AsyncGenerator<BackupRecord> {}

async function make() {
  const counts = { papers: 0, digests: 0, sightings: 0 };
  return writeBackup(noRecords(), { app: '0.2.0', exportedAt: '2026-11-22T08:00:00.000Z', counts });
}

function daily(agoMs: number): string {
  return keptName(new Date(NOW_MS - agoMs).toISOString(), 'daily');
}

function changed(agoMs: number): string {
  return new Date(NOW_MS - agoMs).toISOString();
}

describe('a backup of today is kept', () => {
  test.each([
    ['there is none yet', [], changed(DAY_MS * 90), true],
    ['the last one is a day old and something changed since', [DAY_MS], changed(1), true],
    ['the last one is younger than a day', [DAY_MS - 1], changed(1), false],
    ['nothing changed since the last one', [DAY_MS * 9], changed(DAY_MS * 10), false],
    ['nothing ever changed', [], undefined, false],
    ['all that there are come from the future', [-DAY_MS * 300], changed(1), true],
    ['one comes from the future and one of today is there', [-DAY_MS * 300, DAY_MS / 2], changed(1), false],
  ])('when %s: %j, %s → %s', async (_name, ages, lastChange, due) => {
    const files = folder();
    for (const age of ages) files.files.set(daily(age), new Blob(['x']));
    const outcome = await keepBackupIfDue({ files, nowMs: NOW_MS, lastChange, make });
    expect(outcome.ok && outcome.value !== undefined).toBe(due);
    expect(files.files.has(daily(0))).toBe(due);
    expect(files.files.size).toBe(ages.length + (due ? 1 : 0));
  });
});

test('asked twice at once, one backup is kept, and the next day another', async () => {
  const files = folder();
  const ask = (nowMs: number) => keepBackupIfDue({ files, nowMs, lastChange: changed(-2 * DAY_MS), make });
  await Promise.all([ask(NOW_MS), ask(NOW_MS + 1)]);
  expect([...files.files.keys()]).toEqual([daily(0)]);
  await ask(NOW_MS + DAY_MS);
  expect([...files.files.keys()]).toEqual([daily(0), daily(-DAY_MS)]);
});

test('older backups are let go of only after the new one is whole, and other files stay', async () => {
  const files = folder();
  for (const age of [1, 2, 3, 4, 5]) files.files.set(daily(age * 60_000), new Blob(['x']));
  files.files.set('notes.txt', new Blob(['x']));
  const before = [...files.files.keys()];
  const broken = await keepBackup({
    files,
    nowMs: NOW_MS,
    reason: 'daily',
    make: async () => new Blob(['half']).stream(),
  });
  expect(broken).toEqual({ ok: false, code: 'backup-failed', detail: 'not-a-backup' });
  expect([...files.files.keys()]).toEqual(before);
  const whole = await keepBackup({ files, nowMs: NOW_MS, reason: 'daily', make });
  expect(whole).toMatchObject({ ok: true, value: { kept: { name: daily(0) }, letGo: 2 } });
  expect([...files.files.keys()].sort()).toEqual(
    [daily(180_000), daily(120_000), daily(60_000), daily(0), 'notes.txt'].sort(),
  );
});

test('the backup just made stays, also among younger ones of a clock that went ahead', async () => {
  const files = folder();
  for (const days of [1, 10, 20, 30, 40, 50, 60]) files.files.set(daily(-days * DAY_MS), new Blob(['x']));
  await keepBackup({ files, nowMs: NOW_MS, reason: 'daily', make });
  expect(files.files.has(daily(0))).toBe(true);
});

const quota = new DOMException('full', 'QuotaExceededError');
const FAILURES: [what: string, files: Partial<BackupFiles>, make: typeof make, detail: string][] = [
  ['the library cannot be read', {}, () => Promise.reject(new RangeError('x')), 'RangeError'],
  ['the library changes every time', {}, () => Promise.reject(new LibraryChanged()), 'LibraryChanged'],
  ['the disk is full', { write: () => Promise.reject(quota) }, make, 'QuotaExceededError'],
  [
    'the folder cannot be opened',
    { list: () => Promise.reject(new DOMException('', 'SecurityError')) },
    make,
    'SecurityError',
  ],
  ['the file is gone when it is read back', { open: async () => undefined }, make, 'file'],
];
test.each(FAILURES)('it is no more than a failed backup when %s', async (_what, broken, making, detail) => {
  const files = folder();
  const outcome = await keepBackupIfDue({
    files: { ...files, ...broken },
    nowMs: NOW_MS,
    lastChange: changed(1),
    make: making,
  });
  expect(outcome).toEqual({ ok: false, code: 'backup-failed', detail });
  expect(files.files.size).toBe(0);
});

test('a backup of a library that changes meanwhile is written anew', async () => {
  const files = folder();
  let times = 0;
  const making = async () => {
    times += 1;
    if (times < 3) throw new LibraryChanged();
    return make();
  };
  const outcome = await keepBackup({ files, nowMs: NOW_MS, reason: 'daily', make: making });
  expect([outcome.ok, times, [...files.files.keys()]]).toEqual([true, 3, [daily(0)]]);
});

test('kept backups are listed newest first', async () => {
  const files = folder();
  for (const age of [2, 1, 3]) files.files.set(daily(age), new Blob(['x']));
  expect((await keptIn(files)).map(({ name }) => name)).toEqual([daily(1), daily(2), daily(3)]);
});
