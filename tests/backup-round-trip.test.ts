import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBackup, readBackup } from '../lib/backup/read.ts';
import { type WriteOptions, writeBackup } from '../lib/backup/write.ts';
import type { Backup, BackupRecord } from '../lib/domain/backup.ts';
import { linesOf, recordsInTurn, recordsOf, sampleBackup, streamOf } from './samples/backup.ts';
import { anyBackup } from './samples/backup-arbitrary.ts';
import { bytesIn, sealed } from './samples/backup-bytes.ts';

function write(backup: Backup, options: WriteOptions = {}): ReadableStream<Uint8Array<ArrayBuffer>> {
  return writeBackup(recordsInTurn(backup), backup.header, options);
}

test('whatever is written is read the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyBackup, fc.integer({ min: 1, max: 5_000 }), async (backup, chunk) => {
      const read = await readBackup(streamOf(await bytesIn(write(backup)), chunk));
      expect(read).toEqual({ ok: true, value: backup });
    }),
    { numRuns: 1_000 },
  );
});

test('an unpacked backup reads like the packed one', async () => {
  const backup = sampleBackup(50);
  const plain = gunzipSync(await bytesIn(write(backup)));
  expect(plain).toEqual(sealed(linesOf(backup)));
  expect(await readBackup(streamOf(plain, 777))).toEqual({ ok: true, value: backup });
  expect(await readBackup(streamOf(plain.subarray(0, -1)))).toMatchObject({ ok: true });
});

test.each([
  ['nothing', (lines: string[]) => lines],
  ['a line missing', (lines: string[]) => lines.slice(0, -1)],
  ['a line twice', (lines: string[]) => [...lines, ...lines.slice(5, 6)]],
  ['a line of another kind', (lines: string[]) => [...lines, '{"note":{}}']],
  ['another header', (lines: string[]) => ['{"format":"gleaner-backup"}', ...lines.slice(1)]],
])('checking a file with %s wrong says what reading it says', async (_name, spoil) => {
  const bytes = sealed(spoil(linesOf(sampleBackup(20))));
  const read = await readBackup(streamOf(bytes, 777));
  expect(await checkBackup(streamOf(bytes, 777))).toEqual(read.ok ? { ok: true, value: read.value.header } : read);
});

test('a library that fails to be read fails the file with the same error', async () => {
  const backup = sampleBackup(300);
  async function* failing(): AsyncGenerator<BackupRecord> {
    yield* recordsOf(backup).slice(0, 200);
    throw new DOMException('no space', 'QuotaExceededError');
  }
  await expect(bytesIn(writeBackup(failing(), backup.header))).rejects.toThrow('no space');
});

test.each([
  ['fewer papers than the header says', (backup: Backup) => backup.papers.pop()],
  ['a digest that is not there', (backup: Backup) => backup.digests.pop()],
  ['a paper twice', (backup: Backup) => backup.papers.splice(0, 1, sampleBackup(2).papers[1] ?? fail())],
  [
    'a sighting under a name that its paper has not',
    ({ papers: [paper] }: Backup) => Object.assign(paper?.sightings[0] ?? fail(), { as: 'title:other' }),
  ],
])('records with %s make no file', async (_name, spoil) => {
  const backup = sampleBackup(20);
  spoil(backup);
  await expect(bytesIn(write(backup))).rejects.toThrow('make no backup');
});

test('writing can be stopped', async () => {
  const controller = new AbortController();
  const stream = write(sampleBackup(3_000), { signal: controller.signal, progress: () => controller.abort() });
  await expect(bytesIn(stream)).rejects.toMatchObject({ name: 'AbortError' });
});

test('reading can be stopped, and lets go of the file', async () => {
  const bytes = await bytesIn(write(sampleBackup(3_000)));
  const controller = new AbortController();
  let cancelled = false;
  const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (stream) => stream.enqueue(Uint8Array.from(bytes.subarray(0, 10_000))), // and then nothing more comes
    cancel: () => {
      cancelled = true;
    },
  });
  setTimeout(() => controller.abort(), 50);
  await expect(readBackup(file, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(cancelled).toBe(true);
});

test('progress is told of papers while writing and of bytes while reading, up to all of them', async () => {
  const backup = sampleBackup(1_050);
  const [written, read]: [string[], string[]] = [[], []];
  const bytes = await bytesIn(write(backup, { progress: (done, total) => written.push(`${done}/${total}`) }));
  await readBackup(streamOf(bytes, Math.ceil(bytes.length / 2)), {
    bytes: bytes.length,
    progress: (done, total) => read.push(`${done}/${total}`),
  });
  expect([written.length, written.at(-1)]).toEqual([11, '1050/1050']);
  expect([read.length, read.at(-1)]).toEqual([2, `${bytes.length}/${bytes.length}`]);
});

test('a file that cannot be read to its end says so', async () => {
  const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
  });
  expect(await readBackup(file)).toEqual({
    ok: false,
    code: 'backup-unreadable',
    reason: 'file',
    line: 1,
    detail: 'NotReadableError',
  });
});

function fail(): never {
  throw new Error('The sample has no such paper');
}
