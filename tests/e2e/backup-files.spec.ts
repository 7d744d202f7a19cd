import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page, Worker } from '@playwright/test';
import { extensionAddress, type GleanerBrowser, launchGleaner } from '../../scripts/browser.ts';
import { badFiles } from '../samples/backup-damage.ts';
import type {} from './backup-in-browser.ts';
import { bundled } from './bundled.ts';
import { expect, test } from './harness.ts';

const script = bundled('backup-in-browser.ts');
const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const KEPT = 'gleaner-20261122T080000000Z-before-restore.ndjson.gz';

/** A page or the worker. */
type Place = Pick<Worker, 'evaluate'>;

async function withBackups<Somewhere extends Place>(place: Somewhere): Promise<Somewhere> {
  await place.evaluate(await script);
  return place;
}

async function openPage(gleaner: GleanerBrowser): Promise<Page> {
  const page = await gleaner.context.newPage();
  await page.goto(extensionAddress(gleaner, 'manifest.json')); // runs no code of its own
  return withBackups(page);
}

async function keep(place: Place): Promise<unknown> {
  return place.evaluate((nowMs) => {
    const { keepBackup, backupFolder, writeBackup, recordsInTurn, sampleBackup } = gleanerBackups;
    const backup = sampleBackup(2_000);
    const make = async () => writeBackup(recordsInTurn(backup), backup.header);
    return keepBackup({ files: backupFolder(), nowMs, reason: 'before-restore', make });
  }, NOW_MS);
}

function list(place: Place): Promise<{ name: string; bytes: number }[]> {
  return place.evaluate(() => gleanerBackups.backupFolder().list());
}

/** Reads a kept backup whole. @returns how many papers it holds, or why it cannot be read */
function papersIn(place: Place, name: string): Promise<unknown> {
  return place.evaluate(async (asked) => {
    const file = await gleanerBackups.backupFolder().open(asked);
    if (!file) return 'no file';
    const read = await gleanerBackups.readBackup(file.stream(), { bytes: file.size });
    return read.ok ? read.value.papers.length : read;
  }, name);
}

/** Starts to write a file without end. */
function writeOn(place: Place, name: string): void {
  const writing = place.evaluate((asked) => {
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        controller.enqueue(new Uint8Array(50_000));
      },
    });
    return gleanerBackups.backupFolder().write(asked, endless);
  }, name);
  writing.catch(() => undefined); // ends with the worker or the browser
}

test('a backup kept by the worker outlives the database and the browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'gleaner-'));
  const first = await launchGleaner({ profile });
  const worker = await withBackups(first.worker);
  expect(await keep(worker)).toMatchObject({ ok: true, value: { kept: { name: KEPT } } });
  const page = await openPage(first);
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  expect(await papersIn(page, KEPT)).toBe(2_000);
  await first.close();
  const second = await launchGleaner({ profile });
  expect(await papersIn(await withBackups(second.worker), KEPT)).toBe(2_000);
  await second.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a worker that ends while it writes leaves nothing that looks like a backup', async ({ gleaner, stopWorker }) => {
  const page = await openPage(gleaner);
  await keep(page);
  writeOn(await withBackups(gleaner.worker), 'half.gz');
  await page.waitForTimeout(300);
  expect((await list(page)).map(({ name }) => name)).toEqual([KEPT]);
  await stopWorker();
  expect(await papersIn(page, 'half.gz')).toBe('no file');
  await page.evaluate(() => gleanerBackups.backupFolder().write('next.gz', new Blob(['whole']).stream()));
  expect((await list(page)).map(({ name }) => name).sort()).toEqual([KEPT, 'next.gz']);
  expect(await papersIn(page, KEPT)).toBe(2_000);
});

test('a browser that crashes while a backup is written leaves nothing behind for long', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'gleaner-'));
  const first = await launchGleaner({ profile });
  writeOn(await withBackups(first.worker), 'half.gz');
  await (await openPage(first)).waitForTimeout(300);
  const session = await first.context.browser()?.newBrowserCDPSession();
  const ended = new Promise((resolve) => first.context.once('close', resolve));
  await Promise.race([session?.send('Browser.crash').catch(() => undefined), ended]);
  await ended;
  const second = await launchGleaner({ profile });
  const page = await openPage(second);
  expect(await list(page)).toEqual([]);
  await page.evaluate(() => gleanerBackups.backupFolder().write('next.gz', new Blob(['whole']).stream()));
  const names = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
    return Array.fromAsync(folder.keys());
  });
  expect(names).toEqual(['next.gz']);
  await second.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a file that fails to be written is not there, and the one it was to replace still is', async ({ gleaner }) => {
  const page = await openPage(gleaner);
  const found = await page.evaluate(async () => {
    const folder = gleanerBackups.backupFolder();
    const failing = () => {
      let chunks = 0;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          chunks += 1;
          if (chunks > 3) throw new RangeError('no more');
          controller.enqueue(new Uint8Array(9));
        },
      });
    };
    const failures: string[] = [];
    const note = (error: unknown) => failures.push(String(error));
    await folder.write('old.gz', new Blob(['whole']).stream());
    await folder.write('old.gz', failing()).catch(note);
    await folder.write('new.gz', failing()).catch(note);
    await folder.remove('never.gz');
    return { failures, missing: await folder.open('never.gz'), old: await (await folder.open('old.gz'))?.text() };
  });
  expect(found).toEqual({
    failures: ['RangeError: no more', 'RangeError: no more'],
    missing: undefined,
    old: 'whole',
  });
  expect(await list(page)).toEqual([{ name: 'old.gz', bytes: 5 }]);
});

test('a backup is handed to the user as a file, whole or not at all', async ({ gleaner }) => {
  const page = await openPage(gleaner);
  const coming = page.waitForEvent('download');
  const said = await page.evaluate(async () => {
    const { saveFile, writeBackup, recordsInTurn, sampleBackup } = gleanerBackups;
    const backup = sampleBackup(10);
    const wrong = writeBackup(recordsInTurn(backup), {
      ...backup.header,
      counts: { papers: 1, digests: 1, sightings: 1 },
    });
    const failure = await saveFile(wrong, 'wrong.ndjson.gz').catch((error: unknown) => String(error));
    await saveFile(writeBackup(recordsInTurn(backup), backup.header), 'gleaner.ndjson.gz');
    return failure;
  });
  expect(said).toMatch('Unwritable');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('gleaner.ndjson.gz');
  const lines = gunzipSync(readFileSync(await download.path()))
    .toString()
    .trim()
    .split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(lines.filter((line) => line.startsWith('{"paper":'))).toHaveLength(10);
});

test('the library is read only a little ahead of whoever reads the file', async ({ gleaner }) => {
  const page = await openPage(gleaner);
  const asked = await page.evaluate(async () => {
    const { writeBackup, recordsInTurn, sampleBackup } = gleanerBackups;
    const backup = sampleBackup(5_000);
    let count = 0;
    async function* counted() {
      for await (const record of recordsInTurn(backup)) {
        count += 1;
        yield record;
      }
    }
    const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
    const reader = writeBackup(counted(), backup.header).getReader();
    await pause();
    const before = count;
    await reader.read();
    await pause();
    const after = count;
    await reader.cancel();
    return { before, after };
  });
  expect(asked.before).toBeLessThan(500);
  expect(asked.after).toBeLessThan(1_000);
});

test('whoever stops reading a backup stops the library being read', async ({ gleaner }) => {
  const page = await openPage(gleaner);
  const outcome = await page.evaluate(async () => {
    const { writeBackup, recordsInTurn, sampleBackup } = gleanerBackups;
    const backup = sampleBackup(5_000);
    const seen = { asked: 0, ended: false };
    async function* watched() {
      try {
        for await (const record of recordsInTurn(backup)) {
          seen.asked += 1;
          yield record;
        }
      } finally {
        seen.ended = true;
      }
    }
    const reader = writeBackup(watched(), backup.header).getReader();
    await reader.read();
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return seen;
  });
  expect(outcome.ended).toBe(true);
  expect(outcome.asked).toBeLessThan(1_000);
});

test('what the browser cannot unpack is refused as what Node cannot', async ({ gleaner }) => {
  const page = await openPage(gleaner);
  const packed = badFiles()
    .filter(({ name }) => !name.includes(' MB')) // what is huge takes longer to send than to read
    .map((file) => ({ ...file, bytes: Buffer.from(file.bytes()) }))
    .filter(({ bytes }) => bytes[0] === 0x1f);
  const reasons = await page.evaluate(
    async (all) => {
      const read = (text: string) =>
        gleanerBackups.readBackup(new Blob([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))]).stream());
      return Promise.all(
        all.map(async (text) => read(text).then((outcome) => (outcome.ok ? 'taken' : outcome.reason))),
      );
    },
    packed.map(({ bytes }) => bytes.toString('base64')),
  );
  const wrong = packed.flatMap((file, index) => {
    const reason = reasons[index] ?? 'nothing';
    return file.reasons.some((allowed) => allowed === reason) ? [] : [`${file.name}: ${reason}`];
  });
  expect(wrong).toEqual([]);
  expect(packed.length).toBeGreaterThan(200);
});
