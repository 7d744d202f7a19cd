import { describe, expect, test } from 'vitest';
import { eventually, idAt, shown, TITLES, withPopup } from '../../tests/popup.ts';
import { canonicalDump } from '../library/snapshot.ts';
import type { BackupDesk } from './backup-desk.ts';
import { type Backups, BackupsModel, type Stage } from './backups.ts';
import type { Popup } from './popup.ts';

interface Desk {
  popup: Popup;
  backups: Backups;
  files: Map<string, Blob>;
  /** Whether a loss of the library stands; it does at the beginning. */
  isLost(): boolean;
  /** What was handed to the user. */
  handed: Map<string, Blob>;
  stages: Stage['at'][];
  dump(): Promise<unknown>;
}

/** A popup over four papers, with backups kept in memory. */
function atDesk(work: (desk: Desk) => Promise<void>, options: Partial<BackupDesk> = {}) {
  return withPopup(async (popup) => {
    const files = new Map<string, Blob>();
    const handed = new Map<string, Blob>();
    const blobOf = (contents: Blob | ReadableStream<Uint8Array<ArrayBuffer>>) =>
      contents instanceof Blob ? Promise.resolve(contents) : new Response(contents).blob();
    let saved: unknown;
    let mirror: unknown;
    let isLost = true;
    const desk: BackupDesk = {
      app: '0.1.0',
      libraryMemory: {
        readMirror: async () => mirror,
        writeMirror: async (next) => {
          mirror = next;
        },
        isLossKnown: async () => isLost,
        noteLoss: async () => {
          isLost = true;
        },
        forgetLoss: async () => {
          isLost = false;
        },
      },
      memory: {
        recall: () => saved,
        remember: (next) => {
          saved = next;
        },
      },
      files: {
        list: async () => [...files].map(([name, { size }]) => ({ name, bytes: size })),
        write: async (name, bytes) => void files.set(name, await blobOf(bytes)),
        open: async (name) => files.get(name),
        remove: async (name) => void files.delete(name),
      },
      handOver: async (contents, name) => void handed.set(name, await blobOf(contents)),
      ...options,
    };
    const backups = new BackupsModel(popup.library(), popup.triage, desk);
    const stages: Stage['at'][] = [];
    const stop = backups.stage.subscribe(({ at }) => {
      if (stages.at(-1) !== at) stages.push(at);
    });
    try {
      await work({
        popup,
        backups,
        isLost: () => isLost,
        files,
        handed,
        stages,
        dump: () => canonicalDump(popup.library().db),
      });
    } finally {
      stop();
      backups[Symbol.dispose]();
    }
  });
}

async function save({ backups, handed }: Desk): Promise<Blob> {
  await backups.saveFile();
  const [file] = handed.values();
  if (!file) throw new Error(`Nothing was saved: ${JSON.stringify(backups.stage.value)}`);
  return file;
}

describe('Backups', () => {
  test('a file that is saved holds the library, and is remembered as saved', () =>
    atDesk(async (desk) => {
      await save(desk);
      expect([...desk.handed.keys()]).toEqual(['gleaner-2026-05-12.ndjson.gz']);
      expect(desk.stages).toEqual(['choosing', 'saving', 'saved']);
    }));

  test('looking into a file changes nothing and tells what would change', () =>
    atDesk(async (desk) => {
      const file = await save(desk);
      await desk.popup.triage.toggleStatus([idAt(desk.popup, 0)], 'read');
      const before = await desk.dump();
      await desk.backups.look('a.gz', async () => file);
      expect(desk.backups.stage.value).toMatchObject({
        at: 'deciding',
        preview: { papers: 4, new: 0, known: 4, wordsChanged: 0, present: 4, removedByReplace: 0 },
      });
      expect(await desk.dump()).toEqual(before);
    }));

  test('merging keeps the later word, ends a loss, and is told as a step', () =>
    atDesk(async (desk) => {
      const file = await save(desk);
      await desk.popup.triage.toggleStatus([idAt(desk.popup, 0)], 'read');
      await desk.backups.look('a.gz', async () => file);
      expect(desk.isLost()).toBe(true);
      await desk.backups.restore('merge');
      expect(desk.isLost()).toBe(false);
      expect(desk.backups.stage.value).toEqual({ at: 'restored', mode: 'merge', new: 0, known: 4 });
      expect(desk.popup.triage.done.value).toMatchObject({ action: 'restore', count: 4 });
      await eventually(() => expect(shown(desk.popup)).toEqual(TITLES.slice(1)));
    }));

  test('replacing keeps the present first, under a name that says so', () =>
    atDesk(async (desk) => {
      const file = await save(desk);
      await desk.popup.triage.toggleStatus([idAt(desk.popup, 0)], 'read');
      await desk.backups.look('a.gz', async () => file);
      await desk.backups.restore('replace');
      expect([...desk.files.keys()]).toEqual([expect.stringMatching(/before-restore\.ndjson\.gz$/)]);
      await eventually(() => expect(desk.popup.list.counts.value).toMatchObject({ unread: 4, read: 0 }));
      expect(desk.backups.local.value).toMatchObject([{ reason: 'before-restore' }]);
    }));

  test('nothing is replaced when the present could not be kept', () => {
    const files: BackupDesk['files'] = {
      list: async () => [],
      write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      open: async () => undefined,
      remove: async () => undefined,
    };
    return atDesk(
      async (desk) => {
        const file = await save(desk);
        const before = await desk.dump();
        await desk.backups.look('a.gz', async () => file);
        await desk.backups.restore('replace');
        expect(desk.backups.stage.value).toEqual({ at: 'failed', trouble: { code: 'backup-failed' } });
        expect(await desk.dump()).toEqual(before);
      },
      { files },
    );
  });

  test('a file that is no backup is refused with its line and reason', () =>
    atDesk(async ({ backups }) => {
      await backups.look('a.txt', async () => new Blob(['Feb 3\n\nA title\n']));
      expect(backups.stage.value).toEqual({
        at: 'failed',
        trouble: { code: 'backup-unreadable', reason: 'not-a-backup', line: 1 },
      });
    }));

  test('a file that has gone meanwhile is told of', () =>
    atDesk(async ({ backups }) => {
      await backups.look('a.gz', async () => undefined);
      expect(backups.stage.value).toMatchObject({ at: 'failed', trouble: { reason: 'file' } });
    }));

  test('a restore that is stopped leaves the library and goes back to the decision', () =>
    atDesk(async (desk) => {
      const file = await save(desk);
      const before = await desk.dump();
      await desk.backups.look('a.gz', async () => file);
      const restoring = desk.backups.restore('merge');
      desk.backups.cancel();
      await restoring;
      expect(desk.backups.stage.value.at).toBe('deciding');
      expect(await desk.dump()).toEqual(before);
      expect(desk.popup.triage.failure.value).toBeUndefined();
    }));
});
