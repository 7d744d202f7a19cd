import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { BackupFiles } from '../lib/backup/automatic.ts';
import { copyAsIs, readAnyBackup, safetyCopy } from '../lib/backup/safety-copy.ts';
import { tablesVersion } from '../lib/backup/tables-file.ts';
import { GleanerDatabase } from '../lib/library/database.ts';
import { restoreBackup } from '../lib/library/restore.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { SCHEMA_VERSION } from '../lib/library/tables.ts';
import { upgradeLibrary } from '../lib/library/upgrade.ts';
import { readFrozen, thaw } from './databases/frozen.ts';
import { withLibrary } from './library.ts';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');

/** A folder in memory. */
function folder(): BackupFiles & { names: () => string[]; bytes: (name: string) => Promise<Uint8Array> } {
  const kept = new Map<string, Blob>();
  return {
    list: async () => [...kept].map(([name, blob]) => ({ name, bytes: blob.size })),
    write: async (name, stream) => {
      kept.set(name, await new Response(stream).blob());
    },
    open: async (name) => kept.get(name),
    remove: async (name) => {
      kept.delete(name);
    },
    names: () => [...kept.keys()],
    bytes: async (name) => new Uint8Array((await kept.get(name)?.arrayBuffer()) ?? []),
  };
}

async function thawed(version: number, name: string): Promise<void> {
  const frozen = readFrozen(version);
  if (!frozen) throw new Error(`v${version}.json is missing`);
  await thaw(name, frozen);
}

test('the copy made before an upgrade restores the library that the upgrade made', async () => {
  const files = folder();
  await thawed(1, 'copied');
  await upgradeLibrary(
    'copied',
    safetyCopy(files, () => NOW),
  );
  const db = new GleanerDatabase('copied');
  const upgraded = await canonicalDump(db);
  db.close();
  expect(files.names()).toEqual(['gleaner-20261122T080000000Z-before-upgrade.ndjson.gz']);
  const copy = await files.open(files.names()[0] ?? '');
  const backup = await readAnyBackup(copy ?? new Blob());
  if (!backup.ok) throw new Error(`${backup.reason} ${backup.detail}`);
  await withLibrary(async (fresh) => {
    await restoreBackup(fresh, backup.value, { mode: 'replace', nowMs: NOW });
    expect(await canonicalDump(fresh)).toBe(upgraded);
  });
});

test('an upgrade that is tried again leaves the first copy as it is', async () => {
  const files = folder();
  await thawed(1, 'twice');
  const failing = [{ version: 2, stores: {}, rewrites: true, upgrade: () => Promise.reject(new Error('broken')) }];
  for (const nowMs of [NOW, NOW + 60_000]) {
    const again = upgradeLibrary(
      'twice',
      safetyCopy(files, () => nowMs),
      failing,
    );
    await expect(again).rejects.toThrow();
  }
  expect(files.names()).toHaveLength(1);
  expect(files.names()[0]).toContain('T080000000Z');
});

test('a damaged or newer copy says so', async () => {
  const files = folder();
  await thawed(1, 'damaged');
  await upgradeLibrary(
    'damaged',
    safetyCopy(files, () => NOW),
  );
  const bytes = await files.bytes(files.names()[0] ?? '');
  expect(await readAnyBackup(new Blob([bytes.slice(0, -40)]))).toMatchObject({ ok: false, reason: 'cut-off' });
  const newer = `{"format":"gleaner-tables","version":${SCHEMA_VERSION + 1}}\n`;
  expect(await tablesVersion(new Blob([newer]).stream())).toBe(SCHEMA_VERSION + 1);
  expect(await readAnyBackup(new Blob([newer]))).toMatchObject({ ok: false, code: 'backup-newer' });
  expect(await readAnyBackup(new Blob(['{"format":"other"}\n']))).toMatchObject({ ok: false, reason: 'not-a-backup' });
});

test('a library that cannot be brought up to date is saved as it lies there, and that file restores it', async () => {
  await thawed(1, 'stuck');
  const copy = await new Response(await copyAsIs('stuck', NOW)).blob();
  await upgradeLibrary('stuck', async () => undefined);
  const db = new GleanerDatabase('stuck');
  const upgraded = await canonicalDump(db);
  db.close();
  const backup = await readAnyBackup(copy);
  if (!backup.ok) throw new Error(backup.reason);
  await withLibrary(async (fresh) => {
    await restoreBackup(fresh, backup.value, { mode: 'merge', nowMs: NOW });
    expect(await canonicalDump(fresh)).toBe(upgraded);
  });
});
